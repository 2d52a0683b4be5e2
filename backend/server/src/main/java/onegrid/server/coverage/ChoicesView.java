package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onegrid.store.BaseMap;

/**
 * What can be chosen: the kinds of stations and the service items there are, each with the number
 * of stations.
 *
 * @param qualified how many stations meet all six criteria
 */
record ChoicesView(List<Choice> kinds, List<Choice> items, int stations, int qualified) {

  record Choice(String name, int stations) {}

  static ChoicesView of(List<BaseMap.Station> stations) {
    Map<String, Integer> kinds = new TreeMap<>();
    Map<String, Integer> items = new TreeMap<>();
    int qualified = 0;
    for (BaseMap.Station station : stations) {
      kinds.merge(station.kind(), 1, Integer::sum);
      station.items().forEach(item -> items.merge(item, 1, Integer::sum));
      qualified += station.criteria().size() == BaseMap.Criterion.values().length ? 1 : 0;
    }
    return new ChoicesView(choices(kinds), choices(items), stations.size(), qualified);
  }

  private static List<Choice> choices(Map<String, Integer> counts) {
    List<Choice> choices = new ArrayList<>();
    counts.forEach((name, n) -> choices.add(new Choice(name, n)));
    return choices;
  }
}
