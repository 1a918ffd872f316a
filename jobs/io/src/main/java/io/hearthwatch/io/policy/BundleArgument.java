package io.hearthwatch.io.policy;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.PolicyBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A bundle as one argument of a job: the record of the control stream, compressed, in letters. A
 * bundle of 140 files is 40 KB so.
 */
public final class BundleArgument {

  private BundleArgument() {}

  /** As an argument. */
  public static String of(PolicyBundle bundle) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(new SingleObject<>(ControlRecord.class).encode(new ControlRecord(bundle)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(compressed.toByteArray());
  }

  /**
   * Reads it again.
   *
   * @throws IllegalArgumentException where it is no bundle
   * @throws PolicyException with everything that is wrong in it
   */
  public static io.hearthwatch.domain.policy.PolicyBundle read(String argument) {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(argument)))) {
      ControlRecord record = new SingleObject<>(ControlRecord.class).decode(gzip.readAllBytes());
      return PolicyBundleCodec.read((PolicyBundle) record.getBody());
    } catch (IOException e) {
      throw new IllegalArgumentException("is no bundle: " + e.getMessage(), e);
    }
  }
}
