package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tells a nation, some days at a time. It keeps nothing of a household between two of them: each is
 * drawn anew from the seed, so 30 million households need no more memory than a thousand.
 */
public final class Simulation implements AutoCloseable {

  private final Nation nation;
  private final Outlet outlet;
  private final ExecutorService threads;
  private final LongAdder households = new LongAdder();

  public Simulation(Nation nation, Outlet outlet) {
    this.nation = nation;
    this.outlet = outlet;
    threads = Executors.newFixedThreadPool(outlet.lanes());
  }

  /**
   * Everything that is told within some days, each household's in order.
   *
   * @param from first day, epoch day
   * @param until the day after the last
   */
  public void tell(int from, int until) throws InterruptedException {
    List<Future<List<HouseholdEvent>>> lanes = new ArrayList<>();
    for (int lane = 0; lane < outlet.lanes(); lane++) {
      int which = lane;
      lanes.add(threads.submit(() -> tellLane(which, from, until)));
    }
    // Few speak of another household than their own, such as one that was formed by a split.
    List<HouseholdEvent> strays = new ArrayList<>(FloodReports.told(nation, from, until));
    strays.addAll(nation.stories().told(from, until));
    for (Future<List<HouseholdEvent>> lane : lanes) {
      strays.addAll(result(lane));
    }
    strays.sort(
        Comparator.comparingLong(HouseholdEvent::reportedAt)
            .thenComparing(HouseholdEvent::householdId)
            .thenComparing(event -> event.eventId().high()));
    strays.forEach(event -> outlet.tell(outlet.lane(event.householdId()), event));
    for (int lane = 0; lane < outlet.lanes(); lane++) {
      outlet.flush(lane);
    }
  }

  private List<HouseholdEvent> tellLane(int lane, int from, int until) {
    List<HouseholdEvent> strays = new ArrayList<>();
    for (long number = 0; number < nation.households(); number++) {
      String id = Families.id(number);
      if (outlet.lane(id) != lane) {
        continue;
      }
      for (HouseholdEvent event : told(number, from, until)) {
        if (event.householdId().equals(id)) {
          outlet.tell(lane, event);
        } else {
          strays.add(event);
        }
      }
      households.increment();
    }
    outlet.flush(lane);
    return strays;
  }

  private List<HouseholdEvent> told(long number, int from, int until) {
    Life life = nation.life(number);
    Teller teller = new Teller(life, from, until);
    RegisterOffice.tell(life, teller);
    LabourOffice.tell(life, teller);
    MedicalInsurance.tell(life, teller);
    Schools.tell(life, teller);
    CivilAffairs.tell(life, teller);
    StandingAid.tell(life, teller);
    OtherOffices.tell(life, teller);
    return teller.told();
  }

  /** How many households were told of so far, each once a call of {@link #tell}. */
  public long householdsTold() {
    return households.sum();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
