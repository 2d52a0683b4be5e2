package onegrid.sample;

import java.util.List;

/**
 * What one department hands in.
 *
 * @param department the department's name, for instance 综治
 * @param letter one Chinese character that stands for it on the map
 * @param rank 1 for the layer that wins when layers disagree
 * @param datum the datum its file is to be written in; the coordinates here are true metres
 * @param ignoresCommunities whether its cells cross the borders of communities
 * @param handover how its file is to be written
 * @param cells in the order of the file
 */
public record SampleLayer(
    String department,
    String letter,
    int rank,
    Datum datum,
    boolean ignoresCommunities,
    Handover handover,
    List<SampleCell> cells) {

  public SampleLayer {
    cells = List.copyOf(cells);
  }
}
