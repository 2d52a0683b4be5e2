package onegrid.server.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sessions outlive an orderly restart: the container writes them into the data folder when it
 * stops. The folder is the owner's alone, since who reads it could take a session over.
 */
@Component
class SessionsOnDisk implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Path folder;

  SessionsOnDisk(@Value("${onegrid.data}") Path data) {
    this.folder = data.resolve("sessions");
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    factory.getSettings().getSession().setPersistent(true);
    factory.getSettings().getSession().setStoreDir(folder.toFile());
  }
}
