package onegrid.server.layer;

import java.util.List;
import java.util.Optional;
import onegrid.server.job.Jobs;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PlainName;
import onegrid.store.JobStore;
import onegrid.store.LayerRole;
import onegrid.store.LayerStore;
import onegrid.store.PlaceStore;
import onegrid.store.WorkspaceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes the files of one layer to disk, looks at them when that is quick, and queues the import.
 */
@Component
class LayerUpload {
  private static final int LONGEST_FIELD = 100;

  private final WorkspaceStore workspaces;
  private final LayerStore layers;
  private final UploadFolder folder;
  private final LayerImport work;
  private final Jobs jobs;
  private final JobStore queued;
  private final PlaceStore places;

  LayerUpload(
      WorkspaceStore workspaces,
      LayerStore layers,
      UploadFolder folder,
      LayerImport work,
      Jobs jobs,
      JobStore queued,
      PlaceStore places) {
    this.workspaces = workspaces;
    this.layers = layers;
    this.folder = folder;
    this.work = work;
    this.jobs = jobs;
    this.queued = queued;
    this.places = places;
  }

  /**
   * What is said about the files.
   *
   * @param mend whether faults are taken, listed, and left to a merge
   */
  record Sheet(
      String name,
      LayerRole role,
      @Nullable String code,
      @Nullable String crs,
      String department,
      boolean mend) {}

  /** What became of them: the job that imports or imported them, and the layer once it is there. */
  record Taken(@Nullable Long jobId, @Nullable Long layerId) {}

  /**
   * Hands a layer in. The same files with the same words about them are taken once: who sends them
   * again is told of the layer, or of the job that is under way.
   *
   * @throws Refused if the place is unknown, a name is taken, or the files cannot be read
   */
  Taken queue(long workspaceId, List<MultipartFile> files, Sheet sheet, String user) {
    if (workspaces.find(workspaceId).isEmpty()) {
      throw Refused.notFound("工作区", "workspace");
    }
    String name = PlainName.of(sheet.name());
    String codeField = field(sheet.code());
    String system = field(sheet.crs());
    if (!sheet.department().isEmpty() && !places.knowsDepartment(workspaceId, sheet.department())) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "没有这个部门：" + sheet.department(),
          "There is no such department: " + sheet.department());
    }
    FeatureQuota.check(files);
    String digest =
        UploadDigest.of(
            files, name, sheet.role().name(), codeField, system, sheet.mend() ? "mend" : "strict");
    Optional<Long> before = layers.findDigest(workspaceId, digest);
    if (before.isPresent()) {
      return new Taken(queued.thatMade(before.get()).orElse(null), before.get());
    }
    Optional<Long> underWay = queued.findDigest(workspaceId, digest);
    if (underWay.isPresent()) {
      return new Taken(underWay.get(), null);
    }
    if (layers.list(workspaceId).stream().anyMatch(layer -> layer.name().equals(name))) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "已有名为“" + name + "”的图层，请换一个名称或先删除旧图层。",
          "There is a layer called \"" + name + "\"; choose another name or delete the old one.");
    }
    String upload = folder.keep(files);
    try {
      LayerReading.look(folder.files(upload), codeField, system, !sheet.mend());
      ImportOrder order =
          new ImportOrder(
              upload,
              name,
              sheet.role(),
              codeField,
              system,
              sheet.department(),
              digest,
              !sheet.mend());
      return new Taken(jobs.queue(work, workspaceId, order, user), null);
    } catch (RuntimeException | Error e) {
      folder.clear(upload);
      throw e;
    }
  }

  /** An empty field of a form is one that was left out. */
  static @Nullable String field(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String plain = PlainName.stripped(text).strip();
    if (plain.isEmpty() || plain.length() > LONGEST_FIELD) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE, "编码列或坐标系的写法不对。", "The code field or system is misspelt.");
    }
    return plain;
  }
}
