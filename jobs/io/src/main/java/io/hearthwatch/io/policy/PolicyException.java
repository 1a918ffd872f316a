package io.hearthwatch.io.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Policy files that cannot be taken, with everything that is wrong with them. */
public final class PolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** All problems of all files, in the order of their places. */
  PolicyException(List<Problem> problems) {
    super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted().toList();
  }

  public List<Problem> problems() {
    return problems;
  }

  /** The first problem, and how many more there are. */
  public String inOneLine() {
    int more = problems.size() - 1;
    return problems.get(0)
        + (more == 0 ? "" : " (and " + more + " more; `hearthwatch policy check` names them)");
  }
}
