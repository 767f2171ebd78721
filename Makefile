# Two commands do everything from a clean checkout: `make demo` and `make test`.

SWIFT ?= swift
FORMATTED := Package.swift Sources Providers Contracts Tests Benchmarks
DOCUMENTED := PaymentIntents Signatures StrictJSON PaymentGateway PaymentStoreSQLite PaymentStorePostgres PaymentServer SMSPay \
	Pay2Local PaymentContracts PaymentStoreContracts

# Each test of a store holds files open, and all tests of a process together no more than Foundation can count when it starts
# another process: with some 1,300 of them it reads beyond its list, and the tests end there.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH := 64

.PHONY: demo test races postgres contracts torture simulate build bench docs format lint system-packages

# STORE=postgres plays it on two instances that share a throw-away PostgreSQL.
demo: system-packages
	$(SWIFT) build --product payments
ifeq ($(STORE),postgres)
	.ci/postgres run sh -c '.build/debug/payments demo --store "$$PAYMENTS_POSTGRES"'
else
	.build/debug/payments demo
endif

# With the variable set, the tests of the PostgreSQL store are there as well.
test: system-packages
	PAYMENTS_POSTGRES=here $(SWIFT) build --build-tests
	PAYMENTS_CORPORA="$$(.ci/corpora)" && export PAYMENTS_CORPORA && .ci/postgres run $(SWIFT) test --skip-build
	.ci/outside Tests/OutsideAdapter

# Each race of two instances 10,000 times.
races: system-packages
	PAYMENTS_POSTGRES=here $(SWIFT) build --build-tests
	PAYMENTS_RACES=10000 .ci/postgres run $(SWIFT) test --skip-build --filter PaymentStorePostgresTests.RaceTests

# A PostgreSQL server to play with, until Ctrl-C.
postgres: system-packages
	@.ci/postgres

# Every rule on every adapter, the adapters broken on purpose, the vectors, the stores and the adapter from outside.
# The table of rules against mutants at the end is the README's, which a test has just compared with the code.
contracts: system-packages
	Contracts/check-signatures.py Contracts/Vectors Tests/OutsideAdapter/Vectors
	PAYMENTS_POSTGRES=here $(SWIFT) build --build-tests
	.ci/postgres run $(SWIFT) test --skip-build --filter 'ContractsTests|ContractTests|OpenAPITests'
	.build/debug/payments contracts
	.ci/outside Tests/OutsideAdapter
	@sed -n '/<!-- mutants: generated -->/,/<!-- mutants: end -->/p' Contracts/README.md

# The program on its SQLite file under kill -9, failing disks and power cuts, and two instances of it on one PostgreSQL:
# some minutes; with SMALL=1 about two. SEED=N repeats a run, ONLY=load,power plays some of it, STORE=postgres the part of
# PostgreSQL; Tests/Torture/README.md says more. Linux only.
torture:
	@.ci/system-packages strace
	$(SWIFT) build --product payments
	Tests/Torture/torture

# The engine against everything that can go wrong around it, SEEDS times over, each time in another way; then a tenth of it
# with every callback lost, then each planted defect. With SEEDS=1 the run of the seed FIRST is shown.
SEEDS ?= 2000
FIRST ?= 1
CALLBACKS ?= some
simulate: system-packages
	PAYMENTS_SIMULATION=1 $(SWIFT) build --product simulate-engine
	.build/debug/simulate-engine $(SEEDS) $(FIRST) $(if $(filter none,$(CALLBACKS)),without-callbacks)

build: system-packages
	$(SWIFT) build --configuration release --product payments

bench: system-packages
	Benchmarks/run

docs: system-packages
	@for target in $(DOCUMENTED); do \
	    $(SWIFT) package --disable-sandbox generate-documentation --target $$target --warnings-as-errors || exit 1; \
	done

format:
	$(SWIFT) format --in-place --parallel --recursive $(wildcard $(FORMATTED))

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(wildcard $(FORMATTED))

system-packages:
	@.ci/system-packages
