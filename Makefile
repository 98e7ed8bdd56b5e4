# Every target is one line; what it does stands in the tool it calls. `make` alone lists them.
.DEFAULT_GOAL := help
JDK17 = JAVA_HOME="$$($(CURDIR)/tools/bin/jdk 17 17)"
JDK21 = JAVA_HOME="$$($(CURDIR)/tools/bin/jdk 21 99)"
QUICKSTART = $(JDK17) tools/bin/java-app tools/quickstart io.tidemark.quickstart.Quickstart

help: ## list the targets
	@sed -n 's/^\([a-z0-9.-]*\):.*## /\1\t/p' Makefile | expand -t 20

build: ## package every jar, without tests
	@$(JDK17) ./mvnw -q -B -Dquick package && cd dashboard && $(JDK21) ../mvnw -q -B -Dquick package

test: ## every check and every test: what CI runs
	@tools/bin/test-all

test-flink-1.20: ## the speed layer's same source and tests on Flink's older line
	@$(JDK17) ./mvnw -B verify -Pflink-1.20 -pl flink-speed-layer -am

demo: build ## the whole system on this machine, no Docker, no key; Ctrl-C stops it
	@$(QUICKSTART) demo $(ARGS)

demo-check: build ## start the demo on free ports, look at its page in a browser, stop it
	@CHROMIUM="$$(tools/bin/chromium)" $(QUICKSTART) check $(ARGS)

verify-recording: build ## RECORDING=file EXPECTED=file [CONDITIONS=none|table] [LAYER=batch|speed|served|late] [CHAOS=1] [AGAINST=lean-file]: a recorded day, feed to bars
	@$(JDK17) tools/bin/java-app quality/recording io.tidemark.quality.recording.VerifyRecording --recording="$(RECORDING)" --expected="$(EXPECTED)" --conditions="$(or $(CONDITIONS),none)" --layer="$(or $(LAYER),batch)" $(if $(CHAOS),--chaos) $(if $(AGAINST),--against="$(AGAINST)") $(ARGS)

latency: build ## [ARGS="--rates=1000,5000"]: time from a trade's receipt to the bar that shows it
	@$(JDK17) tools/bin/java-app quality/latency io.tidemark.quality.latency.LatencyCheck $(ARGS)

scale: build ## [ARGS="--trades=10000000"]: a generated day through landing and batch, with time and memory
	@$(JDK17) tools/bin/java-app quality/scale io.tidemark.quality.scale.ScaleCheck $(ARGS)

incremental: build ## [ARGS="--trades=50000000 --dates=10"]: one late file among many dates: which dates are dirty, what is read
	@$(JDK17) tools/bin/java-app quality/scale io.tidemark.quality.scale.IncrementalCheck $(ARGS)

dashboard-load: build ## [ARGS="--bars=2000000 --data=DIR"]: the dashboard under fifty readers and fifty million bars: delay, CPU, memory, chart queries, first paint
	@CHROMIUM="$$(tools/bin/chromium)" dashboard/bin/load-check $(ARGS)

headlines: build ## the labelled headlines: sentiment's confusion matrix, the linker's precision and recall
	@$(JDK17) tools/bin/java-app quality/headlines io.tidemark.quality.headlines.HeadlineCheck $(ARGS)

test-dags: build ## Airflow's DAGs with the real job, spark-submit and database (installs Airflow and Spark once)
	@exports="$$(tools/bin/airflow-env)" && eval "$$exports" && export SPARK_HOME && $(JDK17) "$$AIRFLOW_VENV/bin/python" -m pytest -c orchestration/pyproject.toml orchestration/tests $(ARGS)

airflow-check: build ## [ARGS="--screenshot=FILE"]: a recorded day published by a running Airflow, triggered over its REST API
	@exports="$$(tools/bin/airflow-env)" && eval "$$exports" && export SPARK_HOME && CHROMIUM="$$(tools/bin/chromium)" $(JDK17) "$$AIRFLOW_VENV/bin/python" orchestration/check/airflow_check.py $(ARGS)

images: build ## every image of docker-compose.yml on a machine that reaches package registries only: see deploy/docker/README.md
	@exports="$$(tools/bin/docker-engine)" && eval "$$exports" && deploy/images/build && deploy/docker/build $(ARGS)

lint-images: ## hadolint over every Dockerfile; `make test` does so, too
	@deploy/docker/lint

stack-test: build ## [ARGS="--screenshots=DIR"]: the stack of docker-compose.yml, with the images of `make images`, from nothing to nothing
	@exports="$$(tools/bin/docker-engine)" && eval "$$exports" && exports="$$(tools/bin/airflow-env)" && eval "$$exports" && CHROMIUM="$$(tools/bin/chromium)" "$$AIRFLOW_VENV/bin/python" quality/stack/stack_test.py $(ARGS)

container-test: ## the services' and the serving layer's tests on the Kafka and TimescaleDB of docker-compose.yml, by Testcontainers
	@exports="$$(tools/bin/docker-engine)" && eval "$$exports" && $(JDK17) ./mvnw -B verify -pl serving,finnhub-ingest,finnhub-consumer,news-ingest,flink-speed-layer -am -Dtidemark.containers=true -Dtest=NoSuchTest -Dit.test='io/tidemark/serving/*IT,IngestIT,NewsIngestIT,LandingIT,LandingNewsIT,SpeedLayerIT' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

format: ## format all sources
	@$(JDK17) ./mvnw -q -B spotless:apply && cd dashboard && $(JDK21) ../mvnw -q -B spotless:apply

clean: ## remove what was built
	@$(JDK17) ./mvnw -q -B clean && cd dashboard && $(JDK21) ../mvnw -q -B clean

.PHONY: help build test test-flink-1.20 demo demo-check verify-recording latency scale incremental dashboard-load headlines test-dags airflow-check images lint-images stack-test container-test format clean
