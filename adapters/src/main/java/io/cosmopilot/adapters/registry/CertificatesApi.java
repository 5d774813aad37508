package io.cosmopilot.adapters.registry;

import java.util.Optional;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.deploy.RegistryTokens;
import io.cosmopilot.deploy.RegistryTrust;

/** Certificates to download: none of them is a secret. */
@RestController
class CertificatesApi {

    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

    private final RegistryTokens tokens;
    private final RegistryTrust trust;

    CertificatesApi(RegistryTokens tokens, RegistryTrust trust) {
        this.tokens = tokens;
        this.trust = trust;
    }

    /** For the registry: its {@code rootcertbundle}. */
    @GetMapping("/registry/token.crt")
    ResponseEntity<String> tokens() {
        return file("token.crt", tokens.certificate());
    }

    /** For machines that push and pull: whom to trust to be the registry. */
    @GetMapping("/registry/ca.crt")
    ResponseEntity<String> registry() {
        Optional<String> authority = trust.authority();
        return file("ca.crt", authority.orElseThrow(() -> new Refusal(Problem.NOT_FOUND)));
    }

    private static ResponseEntity<String> file(String name, String pem) {
        return ResponseEntity.ok()
                .contentType(PEM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(pem);
    }
}
