package onegrid.sample;

import java.util.HashSet;
import java.util.Set;

/** Invents names of places, each once. No name is a person's. */
final class Names {
  private static final String[] FIRST = {
    "锦", "翠", "云", "瑞", "和", "康", "福", "华", "盛", "景", "嘉", "安", "澜", "静", "明", "清", "枫", "桂", "兰",
        "竹",
    "柳", "松", "梅", "荷", "星", "晨", "雅", "文", "书", "凤", "龙", "鹤", "银", "金", "玉", "碧", "沁", "泰", "祥",
        "御"
  };
  private static final String[] SECOND = {
    "绣", "湖", "溪", "园", "庭", "苑", "泽", "景", "城", "台", "洲", "香", "山", "林", "泉", "河", "桥", "岸", "府",
        "居",
    "源", "谷", "川", "屏", "阳", "月", "辰", "韵", "章", "麓", "渡", "塘", "田", "峰", "舍", "亭", "汀", "洋", "坪",
        "湾"
  };
  private static final String[] STREET = {
    "柳行", "东岭", "西河", "北园", "南渡", "青石", "白沙", "长堤", "枣林", "双井", "凤台", "金坛", "银湖", "平安", "通达"
  };
  private static final String[] FACTORY = {
    "第一棉纺厂", "第二机械厂", "农机厂", "化肥厂", "食品厂", "粮食局", "水利局", "地质队", "运输公司", "印刷厂", "仪表厂", "供销社", "建材厂",
    "师范学校", "人民医院", "邮电局", "五金厂", "糖厂"
  };
  private static final String[] ROAD = {
    "沂水", "蒙山", "通达", "金源", "银河", "开阳", "启明", "解放", "育才", "滨江", "望海", "长春", "和平", "新华", "工农", "朝阳"
  };

  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  Names(Dice dice) {
    this.dice = dice;
  }

  String subdistrict() {
    return free(() -> dice.oneOf(STREET), "街道");
  }

  String community() {
    return free(this::two, "社区");
  }

  String compound(CompoundKind kind, CompoundAge age) {
    return switch (kind) {
      case COMMERCIAL -> free(this::two, dice.oneOf(new String[] {"花园", "华庭", "名苑", "府", "小区"}));
      case RESETTLEMENT -> free(this::two, dice.oneOf(new String[] {"新村", "安置小区", "新居"}));
      case STAFF -> free(() -> two() + dice.oneOf(FACTORY), "家属院");
      case MIXED -> free(this::two, age == CompoundAge.NEW ? "家园" : "小区");
    };
  }

  String road(boolean northSouth, int roadClass) {
    String kind = roadClass == 1 ? "大道" : northSouth ? "路" : "街";
    return free(() -> roadClass < 3 ? dice.oneOf(ROAD) + "" : two(), roadClass < 3 ? kind : "巷");
  }

  String place(String kind) {
    return free(this::two, kind);
  }

  private String two() {
    return dice.oneOf(FIRST) + dice.oneOf(SECOND);
  }

  private interface Word {
    String next();
  }

  /** Tries some words, then makes the last of them unique with more. */
  private String free(Word word, String ending) {
    for (int i = 0; i < 12; i++) {
      String name = word.next() + ending;
      if (taken.add(name)) {
        return name;
      }
    }
    while (true) {
      String name = two() + word.next() + ending;
      if (taken.add(name)) {
        return name;
      }
    }
  }
}
