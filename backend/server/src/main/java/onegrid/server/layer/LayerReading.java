package onegrid.server.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.crs.SourceCrs;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.read.FeatureFiles;
import onegrid.server.frame.FrameShapes;
import org.jspecify.annotations.Nullable;

/** From the files of an upload to a table whose coordinate system is settled. */
final class LayerReading {
  /** Up to this size a file is looked at while its sender waits: it takes less than a second. */
  private static final long SMALL_BYTES = 32L << 20;

  private static final int LOOKS_AT_ONCE = 2;
  private static final long LONGEST_WAIT_SECONDS = 10;

  private static final Semaphore LOOKS = new Semaphore(LOOKS_AT_ONCE);

  private LayerReading() {}

  /**
   * Reads the one layer that the files make up.
   *
   * @param crs the coordinate system that a person states, null for none
   * @throws onegrid.server.problem.Refused if they cannot be read
   */
  static TablePlace read(List<Path> files, @Nullable String crs) {
    try {
      Optional<SourceCrs> told = Optional.ofNullable(crs).map(SourceCrs::parse);
      return TablePlace.settle(FeatureFiles.read(mainFile(files), ReadLimits.UPLOAD), told);
    } catch (FileRefused e) {
      throw FileRefusal.of(e);
    }
  }

  /** Reads one table that may hold lines and points as well as areas. */
  static TablePlace readAny(List<Path> files, @Nullable String crs) {
    try {
      Optional<SourceCrs> told = Optional.ofNullable(crs).map(SourceCrs::parse);
      return TablePlace.settle(
          FeatureFiles.read(mainFile(files), ReadLimits.UPLOAD.withLines()), told);
    } catch (FileRefused e) {
      throw FileRefusal.of(e);
    }
  }

  /**
   * Reads small files at once, so that what is wrong with them is said in the answer to the upload.
   * Passes over large ones, and all that wait long while two others are being looked at.
   *
   * @param code the column with the codes, null to find it
   * @param strict whether faults are refused, and not only what cannot be drawn
   */
  static void look(List<Path> files, @Nullable String code, @Nullable String crs, boolean strict) {
    if (size(files) <= SMALL_BYTES && mayLook()) {
      try {
        TablePlace place = read(files, crs);
        LayerIntake intake = LayerIntake.take(place, "", Optional.ofNullable(code), place.gate());
        FrameShapes frame = FrameShapes.of(place.gate().frame());
        intake
            .layer()
            .cells()
            .forEach(cell -> LayerImport.check(cell.feature(), frame.shape(cell.shape())));
        if (strict) {
          LayerFaults.refuse(intake, frame);
        }
      } catch (FileRefused e) {
        throw FileRefusal.of(e);
      } finally {
        LOOKS.release();
      }
    }
  }

  /**
   * Looks in the same way over a small file of ground.
   *
   * @throws onegrid.server.problem.Refused if it cannot be taken
   */
  static void look(List<Path> files, Consumer<List<Path>> reading) {
    if (size(files) <= SMALL_BYTES / 4 && mayLook()) {
      try {
        reading.accept(files);
      } finally {
        LOOKS.release();
      }
    }
  }

  /** The same file gets the same answer: only in a great rush it is told of by its job instead. */
  private static boolean mayLook() {
    try {
      return LOOKS.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Of the members of a shapefile the {@code .shp}; else the one file there is. */
  static Path mainFile(List<Path> files) {
    return files.stream()
        .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".shp"))
        .findFirst()
        .orElse(files.get(0));
  }

  private static long size(List<Path> files) {
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }
}
