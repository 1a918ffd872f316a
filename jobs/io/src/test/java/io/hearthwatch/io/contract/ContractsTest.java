package io.hearthwatch.io.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts are numbered, immutable, and every newer one reads everything older. */
class ContractsTest {

  private static final int RECORDS = 100;
  private static final long SEED = 1;

  static Iterable<String> records() {
    return Contracts.newest().keySet();
  }

  @ParameterizedTest
  @MethodSource("records")
  void theNewestFileIsWhatTheClassesWereGeneratedFrom(String record) {
    List<Schema> versions = Contracts.versions(record);
    Schema generated = Contracts.newest().get(record);
    assertThat(versions)
        .as("contracts/%s/*.avsc; the next number must hold:%n%s", record, generated.toString(true))
        .isNotEmpty();
    assertThat(withoutStringType(versions.get(versions.size() - 1)))
        .as("add contracts/%s/%s.avsc:%n%s", record, versions.size() + 1, generated.toString(true))
        .isEqualTo(withoutStringType(generated));
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyVersionReadsEveryOlderOne(String record) throws SchemaValidationException {
    assertReadsAllOlder(Contracts.versions(record));
  }

  /** Not the schemas alone: bytes that an older version wrote, by the decoder that the jobs use. */
  @ParameterizedTest
  @MethodSource("records")
  void bytesOfEveryVersionAreRead(String record) throws Exception {
    for (Schema version : Contracts.versions(record)) {
      for (Object written : new RandomData(version, RECORDS, SEED)) {
        ByteBuffer bytes = new BinaryMessageEncoder<>(GenericData.get(), version).encode(written);
        SpecificRecord read = decode(record, bytes.array());
        assertThat(read.getSchema()).isEqualTo(Contracts.newest().get(record));
        assertThat(asOf(version, read)).isEqualTo(written);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void releasedFilesNeverChange(String record) throws Exception {
    Properties frozen = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/contracts/frozen.sha256.properties")) {
      frozen.load(in);
    }
    for (int number = 1; number <= Contracts.versions(record).size(); number++) {
      String name = record + "/" + number + ".avsc";
      assertThat(frozen.getProperty(name))
          .as("line '%s=' of frozen.sha256.properties", name)
          .isEqualTo(sha256("/contracts/" + name));
    }
  }

  /** Red twin: a new field without default cannot be read from older records. */
  @Test
  void anIncompatibleVersionIsNoticed() {
    Schema released = Contracts.versions("Inquiry").get(0);
    List<Schema.Field> fields = new ArrayList<>();
    released.getFields().forEach(f -> fields.add(new Schema.Field(f, f.schema())));
    fields.add(new Schema.Field("urgent", Schema.create(Schema.Type.BOOLEAN), "No default.", null));
    Schema broken =
        Schema.createRecord(
            released.getName(), released.getDoc(), released.getNamespace(), false, fields);
    assertThatThrownBy(() -> assertReadsAllOlder(List.of(released, broken)))
        .isInstanceOf(SchemaValidationException.class);
  }

  private static <T extends SpecificRecord> T decode(String record, byte[] bytes) throws Exception {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) SpecificData.get().getClass(Contracts.newest().get(record));
    return new SingleObject<>(type).decode(bytes);
  }

  /** What a reader of an older version gets of a newer record: that version's fields. */
  private static Object asOf(Schema version, SpecificRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    SpecificData data = SpecificData.getForClass(record.getClass());
    new SpecificDatumWriter<SpecificRecord>(record.getSchema(), data).write(record, encoder);
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(out.toByteArray(), null);
    return new GenericDatumReader<>(record.getSchema(), version).read(null, decoder);
  }

  private static void assertReadsAllOlder(List<Schema> versions) throws SchemaValidationException {
    SchemaValidator validator = new SchemaValidatorBuilder().canReadStrategy().validateAll();
    for (int i = 1; i < versions.size(); i++) {
      List<Schema> newestFirst = new ArrayList<>(versions.subList(0, i));
      java.util.Collections.reverse(newestFirst);
      validator.validate(versions.get(i), newestFirst);
    }
  }

  private static Schema withoutStringType(Schema schema) {
    return new Schema.Parser()
        .parse(
            schema
                .toString()
                .replace(",\"avro.java.string\":\"String\"", "")
                .replace("{\"type\":\"string\"}", "\"string\""));
  }

  private static String sha256(String resource) throws IOException {
    try (InputStream in = ContractsTest.class.getResourceAsStream(resource)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
