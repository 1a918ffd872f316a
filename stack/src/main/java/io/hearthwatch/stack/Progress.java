package io.hearthwatch.stack;

/** Told while something long goes on; the command shows it. Calls come from several threads. */
public interface Progress {

  /** Something has begun that will be reported as {@link #done}. */
  void began(String what);

  /** It is done; the detail is one short phrase or empty. */
  void done(String what, String detail);

  /** Worth a line, but nothing that was waited for. */
  void note(String line);
}
