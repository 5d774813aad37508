package io.cosmopilot.deploy.hostpaths;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A directory of a host, such as {@code /data/shop}: absolute, without {@code .} and {@code ..} and what says nothing. */
record HostPath(String text) {

    private static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._@+-]+)+");

    /** With these a pod has the machine, or other tenants' data, in its hands: nobody can approve that by mistake. */
    private static final Set<HostPath> OF_THE_MACHINE = Set.of(
            new HostPath("/bin"),
            new HostPath("/boot"),
            new HostPath("/dev"),
            new HostPath("/etc"),
            new HostPath("/lib"),
            new HostPath("/lib32"),
            new HostPath("/lib64"),
            new HostPath("/opt/cni"),
            new HostPath("/proc"),
            new HostPath("/root"),
            new HostPath("/run"),
            new HostPath("/sbin"),
            new HostPath("/sys"),
            new HostPath("/usr"),
            new HostPath("/var/lib/cni"),
            new HostPath("/var/lib/containerd"),
            new HostPath("/var/lib/containers"),
            new HostPath("/var/lib/crio"),
            new HostPath("/var/lib/docker"),
            new HostPath("/var/lib/etcd"),
            new HostPath("/var/lib/kubelet"),
            new HostPath("/var/lib/rancher"),
            new HostPath("/var/log/containers"),
            new HostPath("/var/log/pods"),
            new HostPath("/var/run"),
            new HostPath("/var/spool/cron"));

    /** The path that is meant; empty when it is none. */
    static Optional<HostPath> parse(String written) {
        var text = written.replaceAll("/{2,}", "/").replaceFirst("(?<=.)/$", "");
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new HostPath(text))
                : Optional.empty();
    }

    /** Whether it is, contains or is contained in something that only the machine itself may use. */
    boolean ofTheMachine() {
        return OF_THE_MACHINE.stream().anyMatch(own -> equals(own) || within(own) || own.within(this));
    }

    boolean within(HostPath other) {
        return text.startsWith(other.text + "/");
    }

    @Override
    public String toString() {
        return text;
    }
}
