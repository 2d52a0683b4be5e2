package onegrid.store;

import java.util.List;

/**
 * Some rows of a longer list.
 *
 * @param total how many rows the whole list has
 * @param items the rows asked for, in the order of the list
 */
public record Page<T>(int total, List<T> items) {

  public Page {
    items = List.copyOf(items);
  }
}
