package onegrid.server.layer;

import onegrid.store.LayerRole;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and as what; kept with the job as JSON.
 *
 * @param upload the folder of the files
 * @param code the column with the codes, null to find it
 * @param crs the coordinate system for files that do not say, null for none
 * @param department for which it is handed in, empty when nobody said
 * @param digest of the files and of what was said about them
 * @param strict whether faults are refused instead of listed; null in orders of the time when all
 *     were listed
 */
record ImportOrder(
    String upload,
    String name,
    LayerRole role,
    @Nullable String code,
    @Nullable String crs,
    String department,
    String digest,
    @Nullable Boolean strict) {}
