package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class BodyShapeTest {

  @Test
  void thereIsAShapeForEveryType() {
    TreeSet<EventType> types = new TreeSet<>();
    BodyShape.names().forEach(name -> types.add(BodyShape.ofName(name).type()));
    assertThat(types).containsExactly(EventType.values());
  }

  /** A mapping speaks of fields by the names, order and defaults of the contract. */
  @Test
  void fieldsAreThoseOfTheContract() throws Exception {
    Path contracts = Repository.root().resolve("schemas/src/main/avro");
    for (String name : BodyShape.names()) {
      List<String> contract = new ArrayList<>();
      for (Map<?, ?> field : fields(contracts.resolve(name + ".avsc"))) {
        contract.add(
            field.get("name")
                + (field.containsKey("default") ? " default " + field.get("default") : ""));
      }
      List<String> shape = new ArrayList<>();
      for (BodyField field : BodyShape.ofName(name).fields()) {
        String given = field.defaultText() == null ? "" : " default " + field.defaultText();
        shape.add(field.name() + (field.optional() ? " default null" : given));
      }
      assertThat(shape).as(name).isEqualTo(contract);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> fields(Path contract) throws Exception {
    // JSON is YAML.
    Object schema =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(contract));
    return (List<Map<?, ?>>) ((Map<?, ?>) schema).get("fields");
  }
}
