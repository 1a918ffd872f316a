package io.hearthwatch.io.flink;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** The operators of a savepoint, by their uids, as its metadata names them. */
public final class SavepointOperators {

  private SavepointOperators() {}

  /** All of them. */
  public static Set<String> all(Path savepoint) throws IOException {
    return uids(savepoint, any -> true);
  }

  /** Those that keep anything. */
  public static Set<String> withState(Path savepoint) throws IOException {
    return uids(
        savepoint,
        state ->
            state.getCoordinatorState() != null
                || state.getStates().stream().anyMatch(OperatorSubtaskState::hasState));
  }

  private static Set<String> uids(Path savepoint, Predicate<OperatorState> such)
      throws IOException {
    Path metadata = savepoint.resolve("_metadata");
    Collection<OperatorState> operators;
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      operators =
          Checkpoints.loadCheckpointMetadata(
                  in, SavepointOperators.class.getClassLoader(), savepoint.toString())
              .getOperatorStates();
    }
    return operators.stream()
        .filter(such)
        .map(state -> state.getOperatorUid().orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
