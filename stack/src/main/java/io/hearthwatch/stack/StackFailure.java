package io.hearthwatch.stack;

/**
 * A failure that a person can do something about. The message is one line and says what; the
 * command prints it and nothing else, so that a stack trace never hides the one sentence that
 * matters.
 */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
