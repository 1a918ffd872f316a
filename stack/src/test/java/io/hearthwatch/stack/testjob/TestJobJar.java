package io.hearthwatch.stack.testjob;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs the compiled test job as the build packs a real one. */
public final class TestJobJar {
  private TestJobJar() {}

  /** Writes the jar and returns where it is. */
  public static Path write(Path folder) throws IOException, URISyntaxException {
    Path classes =
        Path.of(CountingJob.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path job = classes.resolve(CountingJob.class.getPackageName().replace('.', '/'));
    Path jar = folder.resolve("counting.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path each : classFiles(job)) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".class")).toList();
    }
  }
}
