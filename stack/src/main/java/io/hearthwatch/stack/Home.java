package io.hearthwatch.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The checked-out and built tree: where the parts' class paths, the configuration and the job jars
 * are.
 */
public record Home(Path root) {

  /**
   * The tree named by the system property {@code hearthwatch.home}, else the one that this jar lies
   * in.
   */
  public static Home find() {
    String named = System.getProperty("hearthwatch.home");
    if (named != null) {
      return new Home(Path.of(named).toAbsolutePath().normalize());
    }
    try {
      Path here = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // stack/target/hearthwatch-stack.jar or stack/target/classes
      return new Home(here.getParent().getParent().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path file(String relative) {
    return root.resolve(relative);
  }

  /** The class path of a part, as Maven resolved it, with absolute entries. */
  public String classPath(String part) {
    Path target = root.resolve("stack/parts").resolve(part).resolve("target");
    Path list = target.resolve("classpath");
    try {
      String jars =
          Arrays.stream(Files.readString(list).strip().split(":", -1))
              .map(jar -> target.resolve(jar).toString())
              .collect(Collectors.joining(":"));
      Path own = target.resolve("hearthwatch-stack-" + part + ".jar");
      return Files.exists(own) ? own + ":" + jars : jars;
    } catch (IOException e) {
      throw new StackFailure(
          "The part " + part + " is not built (" + list + " is missing); run `mvn package`.", e);
    }
  }
}
