package onegrid.server.layer;

import onegrid.store.GroundPart;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the ground to take in; kept with the job as JSON.
 *
 * @param upload the folder of the files
 * @param crs the coordinate system for files that do not say, null for none
 */
record GroundOrder(String upload, GroundPart part, @Nullable String crs) {}
