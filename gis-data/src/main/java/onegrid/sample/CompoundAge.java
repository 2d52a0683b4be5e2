package onegrid.sample;

/** Newly developed, or built long ago. */
public enum CompoundAge {
  NEW,
  OLD
}
