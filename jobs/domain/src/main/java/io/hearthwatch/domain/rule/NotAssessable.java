package io.hearthwatch.domain.rule;

/**
 * A rule asked for something that is not known. It does not fire then, and says why. Thrown by the
 * indicators, and caught by the word that asked: logic treats it as an answer, for what is known to
 * be false stays false whatever the unknown part is.
 */
final class NotAssessable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A source that would have told has not said that it is complete. */
  static final String SOURCE_INCOMPLETE = "source-incomplete";

  private final transient Reason reason;

  /**
   * Why a rule cannot be assessed.
   *
   * @param code income-unknown, members-unknown, parameter-missing, source-incomplete, overflow
   * @param detail the month, parameter or source concerned
   */
  record Reason(String code, String detail) {}

  /** Without a stack trace: this is an answer, given for many households, not a fault. */
  NotAssessable(String code, String detail) {
    super(null, null, false, false);
    reason = new Reason(code, detail);
  }

  @Override
  public String getMessage() {
    return reason.code() + " " + reason.detail();
  }

  Reason reason() {
    return reason;
  }

  /** Why something could not be assessed that failed so. */
  static Reason reason(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotAssessable unknown) {
        return unknown.reason();
      }
      if (cause instanceof ArithmeticException) {
        return new Reason("overflow", "");
      }
    }
    return new Reason("error", failure.getClass().getSimpleName());
  }
}
