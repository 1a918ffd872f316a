# Sourced by the scripts beside it: remembers a process as PidFile.java reads it.

# record FILE PID: pid, start time in ticks since boot, boot id. A reused pid has another start time.
record() {
  local stat boot fields
  stat=$(< "/proc/$2/stat") && boot=$(< /proc/sys/kernel/random/boot_id) || return 0
  # After the command's name, which may itself hold spaces, the start time is the twentieth field.
  read -r -a fields <<< "${stat##*) }"
  # A process that ends in this moment has none: there is nobody to remember.
  [ "${#fields[@]}" -ge 20 ] || return 0
  printf '%s %s %s\n' "$2" "${fields[19]}" "$boot" > "$1.new" && mv -f "$1.new" "$1"
}
