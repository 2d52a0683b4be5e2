package onegrid.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a job made.
 *
 * @param layerId the layer it stored, null for none
 * @param mosaicId the mosaic it stored, null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobResult(@Nullable Long layerId, @Nullable Long mosaicId) {

  public static JobResult layer(long id) {
    return new JobResult(id, null);
  }

  public static JobResult mosaic(long id) {
    return new JobResult(null, id);
  }
}
