package onegrid.sample;

/**
 * A row of the table of compounds that street offices fill in, every field as it was typed. A row
 * without a compound holds the total of its community.
 *
 * @param ordinal its number in the table, counted from 1
 * @param communityCode the community's code
 * @param community the community's name
 * @param compoundCode the compound's code, empty in a total
 * @param compound the compound's name, empty in a total
 * @param households how many households
 * @param people how many people
 * @param since since when it stands, a date
 * @param bounds its four bounds in words, usually empty because the map shows them
 */
public record RosterRow(
    int ordinal,
    String communityCode,
    String community,
    String compoundCode,
    String compound,
    String households,
    String people,
    String since,
    String bounds) {}
