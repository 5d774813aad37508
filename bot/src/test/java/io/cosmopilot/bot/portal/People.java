package io.cosmopilot.bot.portal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People and what is theirs, as the platform tells it. */
final class People {

    static final String LI = """
            {"username":"li.wei","displayName":"李薇","email":"li.wei@example.com","roles":["developer"],"language":null}""";

    static final String AGENT = """
            {"username":"zhou","displayName":"周敏","email":"zhou@example.com","roles":["agent"],"language":null}""";

    private static final List<String> STEPS = List.of("register", "space", "push", "template", "deploy", "domain");
    private static final List<String> CHINESE = List.of("注册", "镜像空间", "上传镜像", "应用模板", "部署应用", "域名访问");
    private static final List<String> ENGLISH =
            List.of("Register", "Image space", "Push an image", "Template", "Deploy", "Domain");

    /** The journey with the first steps done, in the language of whoever looks. */
    static String journey(Look look, int done) {
        List<String> labels = look.chinese() ? CHINESE : ENGLISH;
        return IntStream.range(0, STEPS.size())
                .mapToObj(step -> "{\"id\":\"%s\",\"label\":\"%s\",\"done\":%b}"
                        .formatted(STEPS.get(step), labels.get(step), step < done))
                .collect(Collectors.joining(",", "{\"steps\":[", "],\"next\":\"" + STEPS.get(done) + "\"}"));
    }

    static final String APPLICATIONS = """
            [{"name":"blog","space":"li-blog","template":"wordpress","health":"healthy","detail":"3/3","restarts":0,"problems":[],
              "components":[{"name":"blog","health":"healthy","ready":2,"wanted":2,"image":"public/wordpress:6.8-apache"},
                            {"name":"blog-mysql","health":"healthy","ready":1,"wanted":1,"image":"public/mysql:8.4"}],
              "addresses":["http://blog.example.com/","blog.li-blog:80"]},
             {"name":"search","space":"li-blog","template":"elasticsearch","health":"progressing","detail":"0/1","restarts":0,"problems":[],
              "components":[{"name":"search","health":"progressing","ready":0,"wanted":1,"image":"public/elasticsearch:8.17.0"}],
              "addresses":[]},
             {"name":"orders","space":"li-shop","template":null,"health":"failed","detail":"0/2","restarts":7,
              "problems":["The image registry.local/li-shop/orders:1.4 does not exist. Push it, or choose another tag."],
              "components":[{"name":"orders","health":"failed","ready":0,"wanted":2,"image":"registry.local/li-shop/orders:1.4"}],
              "addresses":[]}]""";

    private People() {}
}
