package onegrid.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Service items, duties and posts of the departments. */
final class ServicePlan {
  private static final String[] SUBJECTS = {
    "居住证", "老年优待", "医疗保险", "养老保险", "就业失业", "灵活就业", "住房租赁补贴", "临时救助", "残疾人补贴", "退役军人优待",
    "生育服务", "流动人口", "房屋租赁", "物业维修资金", "业委会", "小微企业", "食品摊点", "户外广告", "犬只", "燃气安全",
    "消防安全", "法律援助", "人民调解", "志愿服务", "社会组织", "环境卫生", "垃圾分类", "停车位"
  };
  private static final String[] ACTS = {"登记", "申请受理", "查询", "变更"};
  private static final Map<String, String[]> DUTIES = duties();

  final List<ServiceItem> items = new ArrayList<>();
  final List<Department> departments = new ArrayList<>();
  final List<Duty> duties = new ArrayList<>();
  final List<Post> posts = new ArrayList<>();

  private static Map<String, String[]> duties() {
    Map<String, String[]> duties = new LinkedHashMap<>();
    duties.put("综治", new String[] {"日矛盾纠纷排查", "日重点区域巡查", "周出租房屋核查", "月平安宣传"});
    duties.put("党建", new String[] {"周楼栋走访", "月主题活动", "月议事协商", "应诉求接办"});
    duties.put("民政", new String[] {"周困难家庭探访", "月养老服务巡查", "月救助政策宣传"});
    duties.put("城管", new String[] {"日市容巡查", "日占道经营劝导", "周违建排查", "应投诉处置"});
    duties.put("环保", new String[] {"日扬尘巡查", "周河道巡查", "月散乱污排查"});
    duties.put("应急", new String[] {"日消防通道检查", "周隐患排查", "月应急演练", "应突发处置"});
    duties.put("计生", new String[] {"周生育服务走访", "月健康宣传"});
    return duties;
  }

  ServicePlan(
      List<LayerStyle> styles,
      List<SampleLayer> layers,
      List<Community> communities,
      List<CellPlan> cells,
      List<CellNames> names,
      int itemCount,
      Dice dice) {
    for (int i = 0; i < styles.size(); i++) {
      departments.add(new Department(styles.get(i).department(), styles.get(i).letter(), i + 1));
    }
    items(itemCount);
    duties(styles);
    Map<String, String> roles = roles();
    for (int layer = 0; layer < layers.size(); layer++) {
      posts(styles.get(layer), communities, cells.get(layer), names.get(layer), roles, dice);
    }
  }

  private void items(int count) {
    for (int i = 0; i < count; i++) {
      String name = SUBJECTS[i % SUBJECTS.length] + ACTS[i / SUBJECTS.length % ACTS.length];
      String department = departments.get(i % departments.size()).name();
      items.add(new ServiceItem("F" + Register.digits(3, i + 1), name, department));
    }
  }

  private void duties(List<LayerStyle> styles) {
    for (LayerStyle style : styles) {
      String[] words = DUTIES.getOrDefault(style.department(), new String[] {"月巡查"});
      for (int i = 0; i < words.length; i++) {
        Duty.Cadence cadence =
            switch (words[i].charAt(0)) {
              case '日' -> Duty.Cadence.DAILY;
              case '周' -> Duty.Cadence.WEEKLY;
              case '月' -> Duty.Cadence.MONTHLY;
              default -> Duty.Cadence.ON_CALL;
            };
        duties.add(
            new Duty(
                style.letter() + "Z" + Register.digits(2, i + 1),
                style.department(),
                words[i].substring(1),
                cadence));
      }
    }
  }

  private static Map<String, String> roles() {
    Map<String, String> roles = new TreeMap<>();
    roles.put("综治", "网格员");
    roles.put("党建", "网格支部书记岗");
    roles.put("民政", "社会工作者岗");
    roles.put("城管", "执法队员岗");
    roles.put("环保", "环保监督员岗");
    roles.put("应急", "安全巡查员岗");
    roles.put("计生", "卫生健康专干岗");
    return roles;
  }

  private void posts(
      LayerStyle style,
      List<Community> communities,
      CellPlan cells,
      CellNames names,
      Map<String, String> roles,
      Dice dice) {
    String role = roles.getOrDefault(style.department(), "专干岗");
    int number = 0;
    for (Community community : communities) {
      posts.add(
          new Post(
              code(style, ++number),
              style.department(),
              "社区联络岗",
              community.code(),
              "",
              dice.chance(0.98)));
    }
    int[][] blocks = cells.blocksOfCell();
    for (int cell = 0; cell < cells.cells; cell++) {
      if (blocks[cell].length > 0) {
        posts.add(
            new Post(
                code(style, ++number),
                style.department(),
                role,
                communities.get(cells.communityOfCell[cell]).code(),
                names.code(cell),
                dice.chance(0.94)));
      }
    }
  }

  private static String code(LayerStyle style, int number) {
    return style.letter() + "G" + Register.digits(5, number);
  }
}
