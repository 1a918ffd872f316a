package io.hearthwatch.domain.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Bytes that a released version wrote are read for ever. */
class ReliefLayoutTest {

  private static final HouseholdEvent GRANT = Grants.grant(7, "360823", "2023-05-03", 20_000);

  private static final String LEDGER_1 =
      "010709656d657267656e63790b686f757365686f6c642d3108706572736f6e2d3106333630383233"
          + "1264697361737465722d656d657267656e637908646973617374657207666c6f6f642d3102000000"
          + "0000000007fffffffffffffff91800000001030300f7df0280f0f7c0fc611b0405a09c0107000000"
          + "0000000007fffffffffffffff91802010001030300f7df0280e0aa93fd611b0405a09c0107";
  private static final String TALLY_1 = "01022208c0b802210201";

  @Test
  void versionsOfLayout1() {
    ReliefLedger ledger =
        ReliefLedger.empty().apply(GRANT).ledger().apply(Grants.voided(GRANT)).ledger();
    assertThat(HexFormat.of().formatHex(ledger.toBytes())).isEqualTo(LEDGER_1);
    assertThat(ReliefLedger.ofBytes(HexFormat.of().parseHex(LEDGER_1)).versions())
        .containsExactly(GRANT, Grants.voided(GRANT));
  }

  @Test
  void tallyOfLayout1() {
    CellTally tally = new CellTally();
    tally.addToBoth(5, Book.NOW, Figure.GRANTED_FEN, 20_000);
    tally.add(5, Basis.REGISTERED, Book.ADJUSTMENT, Figure.PERSONS, -1);
    assertThat(HexFormat.of().formatHex(tally.toBytes())).isEqualTo(TALLY_1);
    CellTally read = CellTally.ofBytes(HexFormat.of().parseHex(TALLY_1));
    assertThat(read.figure(5, Basis.HELPED, Book.NOW, Figure.GRANTED_FEN)).isEqualTo(20_000);
    assertThat(read.figure(5, Basis.REGISTERED, Book.NOW, Figure.GRANTED_FEN)).isEqualTo(20_000);
    assertThat(read.figure(5, Basis.REGISTERED, Book.ADJUSTMENT, Figure.PERSONS)).isEqualTo(-1);
    assertThat(read.figure(5, Basis.HELPED, Book.ADJUSTMENT, Figure.PERSONS)).isZero();
  }

  @Test
  void aNewerLayoutIsRefused() {
    byte[] newer = HexFormat.of().parseHex("02" + TALLY_1.substring(2));
    assertThatThrownBy(() -> CellTally.ofBytes(newer)).hasMessageContaining("newer");
    assertThatThrownBy(() -> ReliefLedger.ofBytes(newer)).hasMessageContaining("newer");
  }
}
