package io.hearthwatch.stack;

/** How time goes by in a stack, before and from now on. */
record ModeChange(Mode before, Mode after) {

  static ModeChange of(Mode before, Mode after) {
    return new ModeChange(before, after);
  }

  /** Throws where the state that is there cannot go on that way. */
  void refuse(StackDirs dirs) {
    if (before == after) {
      return;
    }
    if (before == Mode.SIMULATED || after == Mode.SIMULATED) {
      throw new StackFailure(
          "Time goes by "
              + (before == Mode.SIMULATED ? "a simulation" : "real records")
              + " in this stack, and cannot be set otherwise; use another --var, or run `hearthwatch down`"
              + " and delete "
              + dirs.root()
              + ".");
    }
    // In replay there is no clock that could take over what the clock had come to.
    if (after == Mode.REPLAY && new RestorePoints(dirs).newest(Jobs.HOUSEHOLD_RISK).isPresent()) {
      throw new StackFailure(
          "household-risk has gone by the clock already and cannot go back to replay with its state;"
              + " what was told meanwhile is read as it is by `up --live`, and how to read all history"
              + " anew is said in docs/operations.md, \"Starting over\".");
    }
  }
}
