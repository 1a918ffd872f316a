package io.hearthwatch.stack.mapping;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;

/**
 * A mapping file, read and complete in itself; whether it fits the files is for {@link
 * MappingCompiler} to find out.
 *
 * @param path of the mapping file
 * @param zone in which days begin and end
 * @param regionPrefix for which regions the sources are complete; empty for all
 * @param order of the events
 * @param decimals of amounts, unless an expression says otherwise
 * @param pivotYear two-digit years lie in the hundred years from this one on
 * @param lookups tables joined by key
 * @param inputs in the order of the file
 */
public record Mapping(
    Path path,
    ZoneId zone,
    String regionPrefix,
    Order order,
    int decimals,
    int pivotYear,
    List<LookupSpec> lookups,
    List<InputSpec> inputs) {

  /** In which order events leave. */
  public enum Order {
    /** As the rows come, input by input. */
    ROW,
    /** By the instant of reporting over all inputs; rows decide where that is equal. */
    REPORTED
  }

  /** The departments that this mapping speaks for. */
  public List<String> sources() {
    TreeSet<String> sources = new TreeSet<>();
    for (InputSpec input : inputs) {
      for (EventSpec event : input.events()) {
        sources.add(event.envelope().get(Envelope.SOURCE).value());
      }
    }
    return List.copyOf(sources);
  }

  String fileName() {
    return path.getFileName().toString();
  }
}
