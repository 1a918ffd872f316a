package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.MemberDied;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.tables.TestDatabase;
import io.hearthwatch.io.tables.TestTables;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.RecordReplay;
import io.hearthwatch.wire.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands over four letters: garbage twice, an event from the future, one state refused. */
class DeadLettersCommandTest {

  @TempDir Path var;
  private static TestDatabase database;
  private TestStack stack;

  @BeforeAll
  static void migrate() throws Exception {
    database = TestDatabase.migrated("hearthwatch");
  }

  @BeforeEach
  void fill() throws Exception {
    database.execute("TRUNCATE quarantine.dead_letter");
    stack = TestStack.withDatabase(var);
    byte[] garbage = "name,amount\n张三,100\n".getBytes(StandardCharsets.UTF_8);
    letter("garbage", "no marker of a single object", "events.education", 1, 7, null, garbage, 1);
    letter("garbage", "shorter than a header", "events.housing", 0, 3, null, new byte[700], 2);
    letter("future", "reportedAt", "events.education", 1, 9, "h-0009", event(), 3);
    letter(
        "household-full",
        "refused by the household's state",
        "events.civil-affairs",
        -1,
        -1,
        null,
        event(),
        4);
    // It would say another hour every day.
    database.execute("UPDATE quarantine.dead_letter SET expires_at = '2099-06-13T00:00:00Z'");
  }

  private static byte[] event() {
    return new HouseholdEventCodec()
        .encode(
            new HouseholdEvent(
                new EventId(0x6f1c2a3b4c5d4e7fL, 0x8a9b0c1d2e3f4a5bL),
                EventKind.NOTIFY,
                1,
                "civil-affairs",
                "h-0009",
                "p-1",
                "360821",
                null,
                19_797,
                1_710_460_800_000L,
                new MemberDied("illness")));
  }

  private void letter(
      String reason,
      String detail,
      String topic,
      int partition,
      long offset,
      String key,
      byte[] payload,
      int minute)
      throws Exception {
    TestTables.write(
        database,
        new DeadLetter(
            reason,
            detail,
            topic,
            partition,
            offset,
            Instant.parse("2024-03-15T07:59:00Z"),
            key == null ? null : ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)),
            ByteBuffer.wrap(payload)),
        Instant.parse("2024-03-15T08:00:00Z").toEpochMilli() + 60_000L * minute);
  }

  @ParameterizedTest
  @EnumSource
  void listsTheLatestFirst(Language language) throws Exception {
    database.execute(
        "UPDATE quarantine.dead_letter SET replayed_at = '2024-03-16T00:00:00Z'"
            + " WHERE topic = 'events.housing'");

    stack
        .run("deadletters", "list", "--lang=" + language)
        .isGolden("deadletters." + language + ".txt");
    stack
        .run("deadletters", "list", "--all", "--limit=3", "--lang=" + language)
        .isGolden("deadletters-all." + language + ".txt");
  }

  @ParameterizedTest
  @EnumSource
  void showsOneThatIsAnEvent(Language language) throws Exception {
    stack
        .run("deadletters", "show", "events.education/1/9", "--lang=" + language)
        .isGolden("deadletters-show." + language + ".txt");
  }

  @ParameterizedTest
  @EnumSource
  void showsOneThatIsGarbage(Language language) throws Exception {
    stack
        .run("deadletters", "show", "events.housing/0/3", "--bytes=40", "--lang=" + language)
        .isGolden("deadletters-show-garbage." + language + ".txt");
  }

  @Test
  void filtersAndPrintsJson() {
    assertThat(stack.run("deadletters", "list", "--json", "--reason=garbage").out().lines())
        .hasSize(2)
        .last()
        .isEqualTo(
            "{\"id\":\"events.education/1/7\",\"reason\":\"garbage\",\"detail\":\"no marker of a"
                + " single object\",\"topic\":\"events.education\",\"partition\":1,\"offset\":7,"
                + "\"appendedAt\":\"2024-03-15T07:59:00Z\",\"refusedAt\":\"2024-03-15T08:01:00Z\","
                + "\"expiresAt\":\"2099-06-13T00:00:00Z\",\"replayedAt\":null,\"payloadBytes\":23}");
    assertThat(stack.run("deadletters", "list", "--json", "--topic=events.education").out().lines())
        .hasSize(2);
  }

  @Test
  void saysWhatAReplayWouldDo() {
    assertThat(stack.run("deadletters", "replay", "--reason=garbage", "--dry-run").out())
        .isEqualTo(
            """
            events.education/1/7  garbage
            events.housing/0/3  garbage
            2 dead letters would be replayed.
            """);
    assertThat(
            stack
                .run(
                    "deadletters",
                    "replay",
                    "--reason=garbage",
                    "--topic=events.housing",
                    "--dry-run",
                    "--lang=zh")
                .out())
        .endsWith("将重放 1 件死信。\n");
  }

  @Test
  void putsLettersBackInTheirOrderAndNotesIt() throws Exception {
    try (Connection connection = database.connect();
        MockProducer<byte[], byte[]> producer = producer()) {
      LetterStore store = new LetterStore(connection);
      List<Letter> letters = store.inOrder(new LetterStore.Filter("", "", false), 100);

      assertThat(new LetterReplay(store, new RecordReplay(producer)).replay(letters, null))
          .isEqualTo(4);

      assertThat(producer.history())
          .extracting(record -> record.topic() + " " + text(record.key()))
          .containsExactly(
              // State refused it: the key was lost, and is its household.
              "events.civil-affairs h-0009",
              "events.education -",
              "events.education h-0009",
              "events.housing -");
      assertThat(producer.history().get(2).value()).isEqualTo(event());
      assertThat(store.count(new LetterStore.Filter("", "", false))).isZero();
    }
  }

  @Test
  void putsTheRepairedBytesInstead() throws Exception {
    try (Connection connection = database.connect();
        MockProducer<byte[], byte[]> producer = producer()) {
      LetterStore store = new LetterStore(connection);
      List<Letter> letters = List.of(store.find("events.education/1/7").orElseThrow());

      new LetterReplay(store, new RecordReplay(producer)).replay(letters, new byte[] {42});

      assertThat(producer.history().get(0).value()).containsExactly(42);
    }
  }

  /** State was quicker than the note: the letter waits, and the note does not hide it. */
  @Test
  void whatWasRefusedOnceMoreMeanwhileWaits() throws Exception {
    try (Connection connection = database.connect();
        MockProducer<byte[], byte[]> producer = producer()) {
      LetterStore store = new LetterStore(connection);
      List<Letter> letters = store.inOrder(new LetterStore.Filter("", "", false), 100);
      database.execute(
          "UPDATE quarantine.dead_letter SET refused_at = now() + interval '1 minute'"
              + " WHERE letter_id = 'events.education/1/7'");

      new LetterReplay(store, new RecordReplay(producer)).replay(letters, null);

      assertThat(store.inOrder(new LetterStore.Filter("", "", false), 100))
          .extracting(Letter::id)
          .containsExactly("events.education/1/7");
    }
  }

  @Test
  void notesNothingThatTheBrokerDoesNotHave() throws Exception {
    try (Connection connection = database.connect();
        MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
              @Override
              public synchronized void flush() {
                while (errorNext(new IllegalStateException("broker gone"))) {
                  // every record fails
                }
              }
            }) {
      LetterStore store = new LetterStore(connection);
      LetterStore.Filter waiting = new LetterStore.Filter("", "", false);
      LetterReplay replay = new LetterReplay(store, new RecordReplay(producer));

      assertThatThrownBy(() -> replay.replay(store.inOrder(waiting, 100), null))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("broker gone");
      assertThat(store.count(waiting)).isEqualTo(4);
    }
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static String text(byte[] key) {
    return key == null ? "-" : new String(key, StandardCharsets.UTF_8);
  }

  @Test
  void skipsWhatWasReplayedAlready() throws Exception {
    database.execute("UPDATE quarantine.dead_letter SET replayed_at = '2024-03-16T00:00:00Z'");

    assertThat(stack.run("deadletters", "replay", "events.housing/0/3", "--lang=en").out())
        .isEqualTo(
            """
            Skipped events.housing/0/3: it was replayed at 2024-03-16 08:00.
            0 dead letters replayed.
            """);
  }

  @Test
  void errorsAreOneLineThatSaysWhatToDo(@TempDir Path elsewhere) throws Exception {
    assertFails(stack.run("deadletters", "show", "a/0/1"), "There is no dead letter a/0/1;");
    assertFails(stack.run("deadletters", "replay"), "either --reason or one or more ids");
    assertFails(stack.run("deadletters", "replay", "a/0/1", "b/0/1", "--file=x"), "exactly one id");
    assertFails(stack.run("deadletters", "replay", "a/0/1", "--as-is", "--file=x"), "choose one");
    assertFails(stack.run("deadletters", "replay", "a/0/1", "--topic=t"), "goes with --reason");
    assertFails(
        stack.run("deadletters", "replay", "a/0/1", "--file=nowhere.bin"),
        "nowhere.bin cannot be read");
    assertFails(stack.run("deadletters", "list", "--limit=0"), "--limit must be at least 1");
    assertFails(
        TestStack.at(elsewhere, 1).run("deadletters", "list"),
        "The database does not answer; run `hearthwatch up`.");
    database.execute("ALTER TABLE quarantine.dead_letter RENAME TO elsewhere");
    assertFails(stack.run("deadletters", "list"), "run `hearthwatch up`");
    database.execute("ALTER TABLE quarantine.elsewhere RENAME TO dead_letter");
  }

  private static void assertFails(TestStack.Printed printed, String message) {
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith("hearthwatch: ").contains(message).hasLineCount(1);
  }
}
