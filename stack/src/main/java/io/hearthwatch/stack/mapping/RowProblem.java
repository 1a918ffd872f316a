package io.hearthwatch.stack.mapping;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;

/**
 * A row that cannot be mapped. The reason goes into a report that many may read, so it never
 * repeats a value of the row. Without a stack trace: a bad file has millions of them.
 */
final class RowProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RowProblem(String reason) {
    super(reason, null, false, false);
  }

  /** The same, with the place in the mapping in front. */
  RowProblem in(String name, int line) {
    return new RowProblem(name + " (line " + line + " of the mapping): " + getMessage());
  }

  /** What a failed expression means; CEL's own text repeats values and is not used. */
  static RowProblem of(CelEvaluationException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RowProblem problem) {
        return problem;
      }
    }
    return new RowProblem(reason(failure.getErrorCode()));
  }

  private static String reason(CelErrorCode code) {
    return switch (code) {
      case NUMERIC_OVERFLOW -> "a number is too large";
      case DIVIDE_BY_ZERO -> "divides by zero";
      case BAD_FORMAT -> "a text cannot be converted";
      case INDEX_OUT_OF_BOUNDS -> "a position lies outside of the text or list";
      default -> "the expression fails on this row, for example because a text is too short";
    };
  }
}
