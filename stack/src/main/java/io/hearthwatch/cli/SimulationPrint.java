package io.hearthwatch.cli;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.simulation.Outlet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Sends nothing: counts the bytes that would go out, and takes their fingerprint. */
final class SimulationPrint implements Outlet {

  private final List<Lane> lanes = new ArrayList<>();

  private static final class Lane {
    private final HouseholdEventCodec codec = new HouseholdEventCodec();
    private final MessageDigest digest = sha256();
    private long events;
    private long bytes;
  }

  SimulationPrint(int count) {
    for (int i = 0; i < count; i++) {
      lanes.add(new Lane());
    }
  }

  @Override
  public int lanes() {
    return lanes.size();
  }

  @Override
  public int lane(String householdId) {
    return Math.floorMod(householdId.hashCode(), lanes.size());
  }

  @Override
  public void tell(int lane, HouseholdEvent event) {
    Lane to = lanes.get(lane);
    byte[] bytes = to.codec.encode(event);
    to.digest.update(bytes);
    to.events++;
    to.bytes += bytes.length;
  }

  @Override
  public void flush(int lane) {
    // nothing is held back
  }

  long events() {
    return lanes.stream().mapToLong(lane -> lane.events).sum();
  }

  long bytes() {
    return lanes.stream().mapToLong(lane -> lane.bytes).sum();
  }

  /** SHA-256 over the fingerprints of the lanes; to be asked for once. */
  String fingerprint() {
    MessageDigest all = sha256();
    lanes.forEach(lane -> all.update(lane.digest.digest()));
    return HexFormat.of().formatHex(all.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
