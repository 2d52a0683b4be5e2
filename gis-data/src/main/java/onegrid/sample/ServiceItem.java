package onegrid.sample;

/**
 * Something that people can get done.
 *
 * @param code F and three digits
 * @param name what it is called
 * @param department the department that answers for it
 */
public record ServiceItem(String code, String name, String department) {}
