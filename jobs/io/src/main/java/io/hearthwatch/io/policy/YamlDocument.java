package io.hearthwatch.io.policy;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One YAML file as nodes that know their lines; values stay the text that somebody wrote. */
final class YamlDocument {

  private YamlDocument() {}

  /** The fields of a file; empty where it is not one YAML mapping, which has been reported. */
  static Optional<YamlFields> fields(String file, String content, Problems problems) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(content);
      if (root.isEmpty()) {
        problems.add(new Place(file, 1), "the file is empty");
        return Optional.empty();
      }
      return YamlFields.of(file, root.get(), problems);
    } catch (MarkedYamlEngineException e) {
      int line = 1 + e.getProblemMark().map(Mark::getLine).orElse(0);
      problems.add(new Place(file, line), "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(new Place(file, 1), "is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }
}
