package onegrid.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.place.Gate;
import onegrid.walk.WalkNetwork;

/** The gates that only the people of one compound may pass, compound by compound. */
final class ResidentGates {
  /** Compounds that have any, by their number in the network, rising. */
  final int[] compounds;

  /** For each of them, three ints a gate: node, node, cost. */
  final int[][] passages;

  ResidentGates(ReachGraph graph, BitSet openGates) {
    WalkNetwork network = graph.network;
    Map<String, Integer> numbers = new HashMap<>();
    for (int c = 0; c < network.compounds().size(); c++) {
      numbers.put(network.compounds().get(c).id(), c);
    }
    List<List<Integer>> found = new ArrayList<>();
    network.compounds().forEach(c -> found.add(new ArrayList<>()));
    for (int e = 0; e < network.edges(); e++) {
      int number = network.gate(e);
      if (number >= 0 && openGates.get(number) && !graph.open(number)) {
        Gate gate = network.gates().get(number);
        Integer compound = numbers.get(gate.compoundId());
        if (gate.residentsOnly() && compound != null) {
          List<Integer> list = found.get(compound);
          list.add(network.from(e));
          list.add(network.to(e));
          list.add(graph.cost(e));
        }
      }
    }
    List<Integer> with = new ArrayList<>();
    for (int c = 0; c < found.size(); c++) {
      if (!found.get(c).isEmpty()) {
        with.add(c);
      }
    }
    compounds = with.stream().mapToInt(c -> c).toArray();
    passages = new int[compounds.length][];
    for (int i = 0; i < compounds.length; i++) {
      passages[i] = found.get(compounds[i]).stream().mapToInt(v -> v).toArray();
    }
  }
}
