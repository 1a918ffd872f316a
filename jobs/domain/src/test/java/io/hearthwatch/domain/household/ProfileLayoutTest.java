package io.hearthwatch.domain.household;

import static io.hearthwatch.domain.household.Lines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hearthwatch.domain.alert.Case;
import io.hearthwatch.domain.alert.CaseStatus;
import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.MemberJoined;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Layout 1 is read for ever: {@code profile-layout-1.bin} was written once and never changes. */
class ProfileLayoutTest {

  private static final String GOLDEN = "/profile-layout-1.bin";

  @Test
  void readsTheGoldenBlob() throws IOException {
    assertThat(inWords(HouseholdProfile.ofBytes(golden()))).isEqualTo(inWords(everything()));
  }

  @Test
  void writesTheGoldenBlob() throws IOException {
    assertThat(everything().toBytes()).isEqualTo(golden());
    assertThat(HouseholdProfile.ofBytes(golden()).toBytes()).isEqualTo(golden());
  }

  @Test
  void aSmallBlobByteByByte() {
    HouseholdProfile profile =
        HouseholdProfile.empty()
            .withLedger(
                Lines.ledger(
                    Lines.event(
                        0x0102030405060708L, "1970-01-02", null, new HouseholdRegistered("urban"))))
            .reported(1)
            .evaluated(2, 3, null)
            .armed(4);
    String bytes =
        "01" // layout
            + "00" // no case
            + "02" // reported at 1
            + "04" // evaluated on 2
            + "06" // deadline on 3
            + "08" // armed on 4
            + "03" // three texts
            + "06313130313031" // 110101
            + "0d" // civil-affairs, 13 bytes
            + "636976696c2d61666661697273"
            + "05757262616e" // urban
            + "01" // one line
            + "0102030405060708" // its id
            + "e0c701" // 25,568 days after 1900-01-01
            + "11" // household registered
            + "10" // source is text 1; no revision, person, region of its own
            + "01" // the first field is not 0
            + "02"; // text 2
    assertThat(HexFormat.of().formatHex(profile.toBytes())).isEqualTo(bytes);
    assertThat(inWords(HouseholdProfile.ofBytes(HexFormat.of().parseHex(bytes))))
        .isEqualTo(inWords(profile));
  }

  @Test
  void refusesALayoutItDoesNotKnow() throws IOException {
    byte[] newer = golden();
    newer[0] = 3;
    assertThatIllegalStateException()
        .isThrownBy(() -> HouseholdProfile.ofBytes(newer))
        .withMessage("profile layout 3 is newer than this program");
  }

  @Test
  void anyProfileComesBackAsItWas() {
    for (long seed = 0; seed < 300; seed++) {
      HouseholdProfile profile = random(new Random(seed));
      HouseholdProfile back = HouseholdProfile.ofBytes(profile.toBytes());
      assertThat(inWords(back)).as("seed " + seed).isEqualTo(inWords(profile));
      assertThat(back.toBytes()).as("seed " + seed).isEqualTo(profile.toBytes());
    }
  }

  @Test
  void whatOtherHouseholdsTellComesBackToo() {
    HouseholdProfile alone = everything();
    HouseholdEvent joined =
        Lines.event(0xABCL, "2020-01-01", "person-1", new MemberJoined("marriage", null, null));
    HouseholdProfile told = alone.told(joined);
    HouseholdProfile back = HouseholdProfile.ofBytes(told.toBytes());
    assertThat(told.toBytes()).startsWith(2).isEqualTo(back.toBytes());
    assertThat(back.elsewhere().lines())
        .singleElement(InstanceOfAssertFactories.LIST)
        .singleElement()
        .extracting(line -> ((LedgerLine) line).id())
        .isEqualTo(0xABCL);
    assertThat(told.told(joined)).as("told again").isSameAs(told);
  }

  @Test
  void aChangedByteIsNoticed() throws IOException {
    byte[] changed = golden();
    changed[changed.length - 1] ^= 1;
    assertThat(inWords(HouseholdProfile.ofBytes(changed))).isNotEqualTo(inWords(everything()));
  }

  /** Every type, tombstones, revisions, other regions, 20 sources and a case with hits. */
  static HouseholdProfile everything() {
    Ledger ledger = Ledger.empty();
    long id = 0x4000_0000_0000_0000L;
    for (EventBody body : Bodies.all()) {
      id += 0x0123_4567_89AB_CDEFL;
      HouseholdEvent event =
          new HouseholdEvent(
              new EventId(id, 0),
              id % 7 == 0 ? EventKind.VOID : id % 3 == 0 ? EventKind.CORRECT : EventKind.NOTIFY,
              (int) Math.floorMod(id, 300L),
              "source-" + Math.floorMod(id, 20L),
              Lines.HOUSEHOLD,
              id % 2 == 0 ? "person-" + Math.floorMod(id, 4L) : null,
              id % 5 == 0 ? "440103" : Lines.REGION,
              id % 4 == 0 ? "450902" : null,
              day("2023-05-10") + (int) Math.floorMod(id, 1000L) - 500,
              0,
              body);
      ledger = ledger.apply(event).ledger();
    }
    return HouseholdProfile.empty()
        .withLedger(ledger)
        .reported(1_683_700_000_123L)
        .evaluated(
            day("2023-05-11"),
            day("2023-05-17"),
            new Case(
                3,
                130,
                CaseStatus.ACCEPTED,
                day("2023-04-01"),
                day("2023-05-01"),
                0,
                Urgency.RED,
                1_683_786_400_123L,
                List.of(new Case.SaidHit("M04", "", Urgency.RED, 722_001)),
                List.of(
                    new Case.SaidHit("M01", "person-1", Urgency.ORANGE, 1_500_001),
                    new Case.SaidHit("R04", "", Urgency.ORANGE, -2_275_199))))
        .armed(day("2023-05-16"));
  }

  private static HouseholdProfile random(Random random) {
    List<EventBody> bodies = Bodies.all();
    Ledger ledger = Ledger.empty();
    List<HouseholdEvent> before = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      EventBody body = bodies.get(random.nextInt(bodies.size()));
      long id = random.nextInt(40) - 20L;
      HouseholdEvent event =
          Lines.version(
              id,
              EventKind.values()[random.nextInt(3)],
              random.nextInt(4),
              "2023-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)),
              random.nextBoolean() ? null : "person-" + random.nextInt(5),
              body);
      ledger = ledger.apply(event).ledger();
      before.add(event);
    }
    HouseholdProfile profile = HouseholdProfile.empty().withLedger(ledger);
    for (HouseholdEvent event : before) {
      profile = profile.reported(event.reportedAt());
    }
    return random.nextBoolean() ? profile : profile.evaluated(19_000, 19_030, null).armed(19_020);
  }

  private static String inWords(HouseholdProfile profile) {
    StringBuilder text = new StringBuilder();
    text.append(profile.reportedAt()).append(' ').append(profile.evaluatedOn()).append(' ');
    text.append(profile.deadlineOn()).append(' ').append(profile.armedOn()).append(' ');
    text.append(profile.lastCase()).append('\n');
    for (LedgerLine line : profile.ledger().lines()) {
      text.append(line.id()).append(' ').append(line.day()).append(' ').append(line.type());
      text.append(' ').append(line.revision()).append(' ').append(line.source()).append(' ');
      text.append(line.personId()).append(' ').append(line.region()).append(' ');
      text.append(line.helpingRegion()).append(' ');
      text.append(line.voided() ? "void" : line.body()).append('\n');
    }
    return text.toString();
  }

  private static byte[] golden() throws IOException {
    try (InputStream in = ProfileLayoutTest.class.getResourceAsStream(GOLDEN)) {
      assertThat(in).as("golden blob").isNotNull();
      return in.readAllBytes();
    }
  }
}
