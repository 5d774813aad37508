package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Something that is different from what a release begins with. Where a component can be named and is not, it is the
 * main one: the workload named like the application, else the first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Adjustment.Scale.class, name = "scale"),
    @JsonSubTypes.Type(value = Adjustment.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = Adjustment.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Adjustment.Restart.class, name = "restart"),
    @JsonSubTypes.Type(value = Adjustment.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Adjustment.Resources.class, name = "resources"),
    @JsonSubTypes.Type(value = Adjustment.Environment.class, name = "environment"),
    @JsonSubTypes.Type(value = Adjustment.Command.class, name = "command"),
    @JsonSubTypes.Type(value = Adjustment.Placement.class, name = "placement"),
    @JsonSubTypes.Type(value = Adjustment.Strategy.class, name = "strategy"),
    @JsonSubTypes.Type(value = Adjustment.HighAvailability.class, name = "availability"),
    @JsonSubTypes.Type(value = Adjustment.Volume.class, name = "volume"),
    @JsonSubTypes.Type(value = Adjustment.HostDirectory.class, name = "host-directory"),
    @JsonSubTypes.Type(value = Adjustment.Configuration.class, name = "configuration"),
    @JsonSubTypes.Type(value = Adjustment.Exposure.class, name = "exposure"),
    @JsonSubTypes.Type(value = Adjustment.Probe.class, name = "probe"),
    @JsonSubTypes.Type(value = Adjustment.Target.class, name = "target"),
    @JsonSubTypes.Type(value = Adjustment.FreePorts.class, name = "free-ports")
})
public sealed interface Adjustment {

    /** So many instances. */
    record Scale(@Nullable String component, int replicas) implements Adjustment {}

    /** No instances of anything; how many there were is remembered. */
    record Stop() implements Adjustment {}

    /** As many instances as before it was stopped. */
    record Start() implements Adjustment {}

    /**
     * New instances of everything.
     *
     * @param at a word that was not used before, such as the time
     */
    record Restart(String at) implements Adjustment {}

    /**
     * Another image.
     *
     * @param reference whole, or only a tag of the same image
     */
    record Image(@Nullable String component, String reference) implements Adjustment {}

    /**
     * What each instance may use: requested, and at most that much.
     *
     * @param cpu such as {@code 500m}, or null to leave it
     * @param memory such as {@code 512Mi}, or null to leave it
     */
    record Resources(
            @Nullable String component,
            @Nullable String cpu,
            @Nullable String memory) implements Adjustment {}

    /** Variables of the environment, added or replaced; an empty value takes one away. */
    record Environment(@Nullable String component, Map<String, String> variables) implements Adjustment {
        public Environment {
            variables = Map.copyOf(variables);
        }
    }

    /** What is run; an empty list leaves it to the image. */
    record Command(@Nullable String component, List<String> command, List<String> arguments) implements Adjustment {
        public Command {
            command = List.copyOf(command);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * On which hosts.
     *
     * @param labels that a host must have; none: any host
     * @param hosts by name; none: any host
     * @param near applications beside which it runs, on the same host
     * @param apart applications whose hosts it avoids
     */
    record Placement(Map<String, String> labels, List<String> hosts, List<String> near, List<String> apart)
            implements Adjustment {
        public Placement {
            labels = Map.copyOf(labels);
            hosts = List.copyOf(hosts);
            near = List.copyOf(near);
            apart = List.copyOf(apart);
        }
    }

    /** Whether a new version replaces the old one instance by instance, or all at once after it has ended. */
    record Strategy(boolean rolling) implements Adjustment {}

    /** Two instances at least, on different hosts where there are several, and never none while hosts are serviced. */
    record HighAvailability(boolean on) implements Adjustment {}

    /** A volume of the space, mounted into the main component. */
    record Volume(String claim, String path, boolean readOnly) implements Adjustment {}

    /**
     * A directory of the host, mounted into the main component. Somebody has to have approved it for the space.
     *
     * @param directory of the host
     * @param path of the container
     */
    record HostDirectory(String directory, String path) implements Adjustment {}

    /**
     * A configuration of the space, mounted into the main component.
     *
     * @param path the directory
     * @param files those to mount one by one, beside what is in the directory; none: all, instead of what is there
     */
    record Configuration(String name, String path, List<String> files) implements Adjustment {
        public Configuration {
            files = List.copyOf(files);
        }
    }

    /**
     * How the application is reached inside the platform, or at a port of every host.
     *
     * @param service its name, or null for the application's
     * @param type {@code ClusterIP} or {@code NodePort}
     */
    record Exposure(@Nullable String service, String type, List<Port> ports) implements Adjustment {
        public Exposure {
            ports = List.copyOf(ports);
        }
    }

    /**
     * A port of a Service.
     *
     * @param target that the program listens on
     * @param nodePort of every host, or null to have one chosen
     */
    record Port(int port, int target, @Nullable Integer nodePort) {}

    /**
     * Where the program is asked whether it works.
     *
     * @param port at which it is asked in the same way, or null to ask no longer
     */
    record Probe(@Nullable String component, @Nullable Integer port) implements Adjustment {}

    /**
     * Where a Service leads.
     *
     * @param component to whose instances, or null to leave it
     * @param port of theirs, or null to leave it
     */
    record Target(
            String service,
            @Nullable String component,
            @Nullable Integer port) implements Adjustment {}

    /** Ports of hosts are chosen by the cluster. */
    record FreePorts(String service) implements Adjustment {}
}
