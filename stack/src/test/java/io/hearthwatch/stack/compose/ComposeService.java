package io.hearthwatch.stack.compose;

import io.hearthwatch.stack.Home;
import io.hearthwatch.stack.StackAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A service of the compose file that is a Java program, run as there but on this machine: it sees
 * the folders that are mounted and no other, and finds its neighbours elsewhere.
 */
public final class ComposeService {

  private ComposeService() {}

  /**
   * Starts one.
   *
   * @param root an empty folder, which becomes the container's {@code /hearthwatch}
   */
  public static Process start(Home home, String name, StackAddresses at, Path root)
      throws IOException {
    String compose = Files.readString(home.file("docker-compose.yml"));
    Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(compose);
    Map<?, ?> service = (Map<?, ?>) ((Map<?, ?>) file.get("services")).get(name);
    for (Object volume : (List<?>) service.get("volumes")) {
      String[] mount = volume.toString().split(":", -1);
      Path inside = root.resolve(Path.of("/hearthwatch").relativize(Path.of(mount[1])));
      Files.createSymbolicLink(inside, home.file(mount[0]).toRealPath());
    }
    List<String> command = new ArrayList<>();
    for (String part : List.of("entrypoint", "command")) {
      for (Object word : (List<?>) service.get(part)) {
        command.add(here(word.toString(), at, root));
      }
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(root.resolve(name + ".out").toFile())
        .start();
  }

  private static String here(String word, StackAddresses at, Path root) {
    return word.replace(ComposeCheck.INSIDE.bootstrapServers(), at.bootstrapServers())
        .replace(ComposeCheck.INSIDE.jdbcUrl(), at.jdbcUrl())
        // Where a path begins, and not in the midst of a word.
        .replaceAll("(?<![\\w-])/hearthwatch", root.toString());
  }
}
