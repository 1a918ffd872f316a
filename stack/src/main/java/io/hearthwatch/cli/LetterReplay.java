package io.hearthwatch.cli;

import io.hearthwatch.stack.broker.RecordReplay;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts dead letters back and notes it. Each is noted only when the broker has it: what fails in
 * between waits still, and is put back once more by the next replay.
 */
final class LetterReplay {

  private final LetterStore store;
  private final RecordReplay replay;

  LetterReplay(LetterStore store, RecordReplay replay) {
    this.store = store;
    this.replay = replay;
  }

  /**
   * Replays in this order.
   *
   * @param repaired what to send instead; null for what was refused
   * @return how many
   */
  int replay(List<Letter> letters, byte[] repaired) throws SQLException {
    List<UnderWay> underWay = new ArrayList<>();
    for (Letter letter : letters) {
      LetterBytes bytes = store.bytes(letter.id());
      byte[] payload = repaired != null ? repaired : bytes.payload();
      underWay.add(new UnderWay(letter.id(), replay.send(letter.topic(), bytes.key(), payload)));
      if (underWay.size() == RecordReplay.MOST_UNDER_WAY) {
        settle(underWay);
      }
    }
    settle(underWay);
    return letters.size();
  }

  private record UnderWay(String letterId, RecordReplay.Appended appended) {}

  private void settle(List<UnderWay> underWay) throws SQLException {
    replay.flush();
    for (UnderWay letter : underWay) {
      store.markReplayed(letter.letterId, letter.appended.at());
    }
    underWay.clear();
  }
}
