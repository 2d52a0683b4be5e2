package onegrid.server.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import onegrid.sample.Preset;
import onegrid.server.job.Jobs;
import onegrid.store.JobStore;
import onegrid.store.Stores;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Loads a made-up city at start when {@code --sample} names one: once, however often the server is
 * started, and again only when loading it has failed.
 */
@Component
class SampleStart implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SampleStart.class);
  private static final String ACTOR = "sample";
  private static final long SEED = 1;

  private final Stores stores;
  private final WorkspaceStore workspaces;
  private final JobStore jobStore;
  private final SampleLoad work;
  private final Jobs jobs;
  private final String wanted;

  SampleStart(
      Stores stores,
      WorkspaceStore workspaces,
      JobStore jobStore,
      SampleLoad work,
      Jobs jobs,
      @Value("${onegrid.sample:}") String wanted) {
    this.stores = stores;
    this.workspaces = workspaces;
    this.jobStore = jobStore;
    this.work = work;
    this.jobs = jobs;
    this.wanted = wanted.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public void run(ApplicationArguments args) {
    if (!wanted.isEmpty()) {
      load(preset());
    }
  }

  private void load(Preset preset) {
    String name = title(preset);
    long workspaceId =
        stores.inTransaction(
            () -> {
              Optional<Workspace> there =
                  workspaces.list().stream()
                      .filter(w -> w.madeUp() && w.name().equals(name))
                      .findFirst();
              Workspace workspace = there.orElseGet(() -> workspaces.create(name, true, ACTOR));
              if (workspace.layerCount() == 0 && !isLoading(workspace.id())) {
                jobs.queue(work, workspace.id(), new SampleLoad.Order(preset, SEED), ACTOR);
              }
              return workspace.id();
            });
    LOG.info("sample {} is workspace {}", preset.key(), workspaceId);
  }

  private boolean isLoading(long workspaceId) {
    return jobStore.newest(workspaceId, 1).stream().anyMatch(job -> !job.state().isFinal());
  }

  private Preset preset() {
    return Arrays.stream(Preset.values())
        .filter(preset -> preset.key().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such sample: " + wanted));
  }

  private static String title(Preset preset) {
    return (preset == Preset.LANSHAN ? "兰山区" : preset.title()) + "（虚构样例）";
  }
}
