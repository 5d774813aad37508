package io.cosmopilot.adapters.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.cosmopilot.deploy.RegistryTokens.Answer;

/** A token as its clients read it; older ones look for the first name, newer ones for the second. */
record Issued(
        String token,
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("issued_at") String issuedAt,
        String scope) {

    static Issued of(Answer.Token token) {
        return new Issued(
                token.token(),
                token.token(),
                token.lifetime().toSeconds(),
                token.issued().toString(),
                String.join(" ", token.scopes()));
    }
}
