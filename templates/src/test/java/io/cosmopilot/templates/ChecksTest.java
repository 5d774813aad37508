package io.cosmopilot.templates;

import java.util.Map;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.cosmopilot.templates.RenderingAssert.assertThat;

/** Mistakes in objects; each case is a good template with one thing changed. */
class ChecksTest {

    private static final String GOOD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: shop
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: shop
              template:
                metadata:
                  labels:
                    app: shop
                spec:
                  initContainers:
                    - name: prepare
                      image: shop/prepare:1.0
                  containers:
                    - name: web
                      image: registry.example.com:5000/kstore/shop:1.0
                      ports:
                        - name: http
                          containerPort: 8080
                      env:
                        - name: MODE
                          value: fast
                        - name: KEY
                          valueFrom:
                            secretKeyRef: {name: shop-key, key: key}
                      readinessProbe:
                        httpGet:
                          path: /
                          port: http
                      resources:
                        requests: {cpu: 100m, memory: 128Mi}
                        limits: {cpu: 1, memory: 256Mi}
                      volumeMounts:
                        - name: settings
                          mountPath: /etc/shop
                  volumes:
                    - name: settings
                      configMap:
                        name: shop-settings
                        items:
                          - key: shop.yaml
                            path: shop.yaml
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: shop-settings
            data:
              shop.yaml: "a: b"
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: shop-key
            stringData:
              key: x
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: shop
            spec:
              selector:
                app: shop
              ports:
                - name: http
                  port: 80
                  targetPort: http
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: shop
            spec:
              rules:
                - host: shop.example.com
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service:
                            name: shop
                            port:
                              number: 80
            """;

    private static RenderingAssert render(String yaml) {
        return assertThat(Templates.standard().read("test", yaml).render(Map.of()));
    }

    /** The good template with one thing changed. */
    private static RenderingAssert with(String good, String bad) {
        Assertions.assertThat(GOOD).contains(good);
        return render(GOOD.replace(good, bad));
    }

    @Test
    void theGoodTemplateIsGood() {
        render(GOOD).isRendered().changedNothing();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replicas: 2                 | replics: 2                    | field.misspelt   | spec.replics
            replicas: 2                 | wholly-unknown: 2             | field.unknown    | spec.wholly-unknown
            containerPort: 8080         | ContainerPort: 8080           | field.misspelt   | containerPort
            image: shop/prepare:1.0     | imagePullPolicy: Always       | field.missing    | spec.template.spec.initContainers[0].image
            replicas: 2                 | replicas: two                 | type.whole       | two
            replicas: 2                 | replicas: '2'                 | type.whole       | 2
            containerPort: 8080         | containerPort: http           | type.whole       | http
            value: fast                 | value: 5                      | type.text        | 5
            value: fast                 | value: yes                    | type.text        | true
            value: fast                 | value: {a: b}                 | type.text        | …
            cpu: 100m                   | cpu: plenty                   | type.quantity    | plenty
            replicas: 2                 | minReadySeconds: soon         | type.whole       | soon
            replicas: 2                 | paused: maybe                 | type.truth       | maybe
            replicas: 2                 | strategy: fast                | type.object      | spec.strategy
            replicas: 2                 | strategy: {type: Rolling}     | field.word       | Recreate, RollingUpdate
            name: prepare               | name: web                     | container.repeated | web
            name: prepare               | name: Pre_pare                | container.name   | Pre_pare
            image: shop/prepare:1.0     | image: Shop/Prepare:1.0       | image            | Shop/Prepare:1.0
            image: shop/prepare:1.0     | image: 'shop/prepare: 1.0'    | image            | shop/prepare: 1.0
            cpu: 100m                   | cpu: 2                        | resources        | cpu
            memory: 256Mi               | memory: 64Mi                  | resources        | memory
            name: MODE                  | name: 1MODE                   | env.name         | 1MODE
            containerPort: 8080         | containerPort: 80800          | port.number      | 80800
            port: 80\\n                  | port: 0\\n                     | port.number      | 0
            app: shop\\n    spec         | app: store\\n    spec          | selector.labels  | app: shop
            port: http\\n          res   | port: web\\n          res      | probe.port       | http (8080)
            port: http\\n          res   | port: 9090\\n          res     | probe.port       | 9090
            - name: settings\\n              mount | - name: seting\\n              mount | volume.missing | settings
            configMap:\\n                | projekted:\\n                  | field.misspelt   | projected
            key: shop.yaml              | key: store.yaml               | configuration.key | store.yaml
            key: key}                   | key: other}                   | configuration.key | other
            selector:\\n    app: shop    | selector:\\n    app: store     | service.selector | shop
            targetPort: http            | targetPort: web               | service.port     | http (8080)
            number: 80                  | number: 81                    | ingress.port     | shop
            host: shop.example.com      | host: shop_example            | ingress.host     | shop_example
            shop.yaml: "a: b"           | a b: x                        | configuration.key-name | a b
            stringData:\\n  key: x      | data:\\n  key: x!               | configuration.base64 | key
            kind: ConfigMap             | kind: Configmap               | kind.misspelt    | ConfigMap
            kind: ConfigMap             | kind: Gateway                 | kind.refused     | Gateway
            kind: ConfigMap             | kind: Namespace               | kind.namespace   | Namespace
            kind: ConfigMap             | kind: ClusterRoleBinding      | kind.rights      | ClusterRoleBinding
            kind: ConfigMap             | kind: PodSecurityPolicy       | kind.pod-security-policy | PodSecurityPolicy
            apiVersion: apps/v1         | apiVersion: apps/v3           | api-version      | apps/v1
            name: shop-settings\\ndata   | name: shop_settings\\ndata     | name             | shop_settings
            name: shop-settings\\ndata   | labels: {a: 'b c'}\\ndata      | label.value      | b c
            name: shop-settings\\ndata   | labels: {'a b': c}\\ndata      | label.key        | a b
            name: shop-settings\\ndata   | generateName: x\\ndata         | field.missing    | metadata.name
            """)
    void oneMistakeIsFoundAndNamed(String good, String bad, String code, String argument) {
        with(good.replace("\\n", "\n"), bad.replace("\\n", "\n")).complains(code, argument);
    }

    @Test
    void mistakesAreToldTogetherInTheOrderOfTheText() {
        render(GOOD.replace("replicas: 2", "replics: two")
                        .replace("port: http\n", "port: 9090\n")
                        .replace("targetPort: http", "targetPort: web"))
                .complainsOnly("field.misspelt@6:3", "probe.port@33:21", "service.port@72:19");
    }

    @Test
    void objectsHaveNamesOfTheirOwn() {
        render(GOOD + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop-settings}\n")
                .complainsOnly("name.repeated@93:12");
    }

    @Test
    void servicesWithSeveralPortsNameThem() {
        with("- name: http\n      port: 80", "- port: 80\n    - port: 81\n      targetPort: 8080\n    - port: 82")
                .complains("port.unnamed", "80");
    }

    @Test
    void whatIsNotInTheTemplateIsLeftToTheCluster() {
        with("configMap:\n            name: shop-settings", "configMap:\n            name: elsewhere")
                .tells("note.elsewhere");
        with("name: shop\n                port", "name: elsewhere\n                port")
                .tells("note.elsewhere");
    }

    @Test
    void imagesThatMoveAreWarnedOf() {
        with("shop/prepare:1.0", "shop/prepare:latest").tells("note.image-moves");
        with("shop/prepare:1.0", "shop/prepare").tells("note.image-moves");
    }

    @Test
    void keysWithoutValuesAreEmptyTextInConfigMaps() {
        with("shop.yaml: \"a: b\"", "shop.yaml:").isRendered();
    }
}
