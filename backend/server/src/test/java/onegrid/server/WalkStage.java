package onegrid.server;

/** A server of its own with a sample in it, and a real browser in front of it. */
final class WalkStage implements AutoCloseable {
  final RunningServer server = new RunningServer();
  final PageCheck walk;

  WalkStage(String preset) {
    server.start("--sample=" + preset);
    walk = new PageCheck(server.port());
  }

  @Override
  public void close() {
    walk.close();
    server.close();
  }
}
