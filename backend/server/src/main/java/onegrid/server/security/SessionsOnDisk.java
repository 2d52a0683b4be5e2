package onegrid.server.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
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
      // Not asked of the file store: Java finds none in a chroot, whose root is no mount point.
      PosixFileAttributeView posix =
          Files.getFileAttributeView(folder, PosixFileAttributeView.class);
      if (posix != null) {
        posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    factory.getSettings().getSession().setPersistent(true);
    factory.getSettings().getSession().setStoreDir(folder.toFile());
  }
}
