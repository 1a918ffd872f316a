package io.hearthwatch.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.wire.HouseholdEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The reference writes the fields of the bodies down for itself; they are those of the contract.
 */
class ReferenceContractTest {

  private static final Pattern BODY = Pattern.compile("\\('([A-Z_]+)', '([A-Za-z ]+)'\\)");

  /** A twin whose place is gone would be found by the exhaustive run only. */
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/wrong-variants.csv", delimiter = '|')
  void eachWrongVariantHasItsPlace(String file, String right, String wrong) {
    String sql = ReferenceDatabase.read(file);
    String changed =
        new ReferenceDatabase.Variant(file, right, Objects.requireNonNullElse(wrong, ""))
            .apply(file, sql);
    assertThat(changed).isNotEqualTo(sql);
  }

  @Test
  void namesTheFieldsOfEachBodyInTheirOrder() throws IOException {
    Map<String, String> ofTheReference = new TreeMap<>();
    try (InputStream sql = getClass().getResourceAsStream("/reference/00_input.sql")) {
      BODY.matcher(new String(sql.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .forEach(body -> ofTheReference.put(body.group(1), body.group(2)));
    }
    Map<String, String> ofTheContract = new TreeMap<>();
    for (Schema body : HouseholdEvent.getClassSchema().getField("body").schema().getTypes()) {
      ofTheContract.put(
          body.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT),
          body.getFields().stream().map(Schema.Field::name).collect(joining(" ")));
    }
    assertThat(ofTheReference).isEqualTo(ofTheContract);
  }
}
