package io.hearthwatch.cli;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.wire.EventId;
import io.hearthwatch.wire.HouseholdEvent;
import io.hearthwatch.wire.Inquiry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** A dead letter on one page: why, where from, what of it can be read, and its bytes. */
final class LetterPage {

  private static final int NAME_COLUMNS = 18;
  private static final int MOST_VALUE_COLUMNS = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Language language;

  LetterPage(Language language) {
    this.language = language;
  }

  void print(Letter letter, LetterBytes bytes, int mostBytes, PrintWriter out) {
    out.println(language.of("死信 ", "Dead letter ") + letter.id());
    line(out, language.of("原因", "reason"), letter.reason());
    line(out, language.of("说明", "detail"), letter.detail());
    line(
        out,
        language.of("到达", "arrived"),
        letter.appendedAt() == null ? "-" : AlertList.time(letter.appendedAt()));
    line(out, language.of("拒收", "refused"), AlertList.time(letter.refusedAt()));
    line(out, language.of("过期时间", "expires"), AlertList.time(letter.expiresAt()));
    line(
        out,
        language.of("重放", "replayed"),
        letter.replayedAt() == null
            ? language.of("尚未", "not yet")
            : AlertList.time(letter.replayedAt()));
    line(out, language.of("记录键", "key"), key(bytes.key()));
    out.println();
    envelope(letter.topic(), bytes.payload(), out);
    out.println();
    out.println(language.of("原始内容，%,d 字节", "Payload, %,d bytes").formatted(bytes.payload().length));
    HexDump.lines(bytes.payload(), mostBytes, language).forEach(line -> out.println("  " + line));
  }

  private String key(byte[] key) {
    return key == null ? language.of("无", "none") : new String(key, StandardCharsets.UTF_8);
  }

  private void envelope(String topic, byte[] payload, PrintWriter out) {
    try {
      SpecificRecord record =
          topic.equals(Topics.INQUIRIES)
              ? new SingleObject<>(Inquiry.class).decode(payload)
              : new SingleObject<>(HouseholdEvent.class).decode(payload);
      out.println(language.of("可读出的内容", "What can be read of it"));
      for (Schema.Field field : record.getSchema().getFields()) {
        line(out, field.name(), text(record.get(field.pos())));
      }
    } catch (IOException | AvroRuntimeException | DateTimeException e) {
      out.println(language.of("内容无法解读。", "Nothing of it can be read."));
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "-";
    }
    if (value instanceof EventId id) {
      ByteBuffer bytes = ByteBuffer.wrap(id.bytes());
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
    return value instanceof SpecificRecord body
        ? body.getSchema().getName() + " " + body
        : value.toString();
  }

  private static void line(PrintWriter out, String name, String value) {
    String clean = CONTROL.matcher(value).replaceAll("\uFFFD");
    out.println(
        "  "
            + DisplayWidth.padded(name, NAME_COLUMNS)
            + DisplayWidth.cut(clean, MOST_VALUE_COLUMNS));
  }
}
