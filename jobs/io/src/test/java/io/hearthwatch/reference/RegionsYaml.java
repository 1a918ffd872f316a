package io.hearthwatch.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads the codes that became others for the reference, apart from the production reader. */
public final class RegionsYaml {

  private RegionsYaml() {}

  /** All changes of a file. */
  public static List<RegionChange> read(Path file) {
    return ((List<?>) ParameterYaml.document(file).get("changes"))
        .stream().map(change -> change((Map<?, ?>) change)).toList();
  }

  private static RegionChange change(Map<?, ?> fields) {
    return new RegionChange(
        LocalDate.parse((String) fields.get("from")),
        (String) fields.get("was"),
        (String) fields.get("now"));
  }
}
