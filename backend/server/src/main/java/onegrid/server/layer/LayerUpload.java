package onegrid.server.layer;

import java.util.List;
import onegrid.server.job.Jobs;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PlainName;
import onegrid.store.LayerRole;
import onegrid.store.LayerStore;
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

  LayerUpload(
      WorkspaceStore workspaces,
      LayerStore layers,
      UploadFolder folder,
      LayerImport work,
      Jobs jobs) {
    this.workspaces = workspaces;
    this.layers = layers;
    this.folder = folder;
    this.work = work;
    this.jobs = jobs;
  }

  /**
   * Hands a layer in.
   *
   * @return the job that imports it
   * @throws Refused if the place is unknown, a name is taken, or the files cannot be read
   */
  long queue(
      long workspaceId,
      List<MultipartFile> files,
      String givenName,
      LayerRole role,
      @Nullable String code,
      @Nullable String crs,
      String user) {
    if (workspaces.find(workspaceId).isEmpty()) {
      throw Refused.notFound("工作区", "workspace");
    }
    String name = PlainName.of(givenName);
    if (layers.list(workspaceId).stream().anyMatch(layer -> layer.name().equals(name))) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "已有名为“" + name + "”的图层,请换一个名称或先删除旧图层。",
          "There is a layer called \"" + name + "\"; choose another name or delete the old one.");
    }
    String codeField = field(code);
    String system = field(crs);
    String upload = folder.keep(files);
    try {
      LayerReading.look(folder.files(upload), system);
      return jobs.queue(
          work, workspaceId, new ImportOrder(upload, name, role, codeField, system), user);
    } catch (RuntimeException e) {
      folder.clear(upload);
      throw e;
    }
  }

  /** An empty field of a form is one that was left out. */
  private static @Nullable String field(@Nullable String text) {
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
