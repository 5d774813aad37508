package io.cosmopilot.deploy;

/** Takes the registry's notifications. Reads and writes PostgreSQL only; what they mean is told by {@link ImageReport}. */
public interface RegistryEvents {

    /**
     * Takes an envelope of events, each once.
     *
     * @param secret that it brought
     * @param envelope JSON as the registry sends it
     */
    Receipt take(String secret, byte[] envelope);

    /** What became of it. */
    enum Receipt {
        TAKEN,
        /** The secret was not the one that was agreed upon, or none was. */
        NOT_BELIEVED,
        UNREADABLE
    }
}
