package io.hearthwatch.stack.mapping;

/** The import cannot go on; the message is one line that says what to do. */
public class ImportFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ImportFailure(String message) {
    super(message);
  }

  public ImportFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
