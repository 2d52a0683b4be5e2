package onegrid.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a job made.
 *
 * @param layerId the layer it stored, null for none
 * @param mosaicId the mosaic it stored, null for none
 * @param coverageId the coverage it stored, null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobResult(
    @Nullable Long layerId, @Nullable Long mosaicId, @Nullable Long coverageId) {

  /** Nothing that has a number of its own. */
  public static JobResult nothing() {
    return new JobResult(null, null, null);
  }

  public static JobResult layer(long id) {
    return new JobResult(id, null, null);
  }

  public static JobResult mosaic(long id) {
    return new JobResult(null, id, null);
  }

  public static JobResult coverage(long id) {
    return new JobResult(null, null, id);
  }
}
