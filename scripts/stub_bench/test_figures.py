"""python3 -B -m unittest discover -s scripts/stub_bench -t scripts"""

import unittest

from stub_bench import books, figures
from stub_bench.failure import Failure

WRK = """\
Running 4s test @ http://127.0.0.1:1234/bytes/2
  1 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   543.21us  101.00us   5.00ms   90.00%
    Req/Sec   118.00k     2.00k  121.00k    80.00%
  472000 requests in 4.00s, 36.00MB read
Requests/sec: 118000.25
Transfer/sec:      9.00MB
"""

H2LOAD = """\
finished in 4.01s, 98000.50 req/s, 7.48MB/s
requests: 392002 total, 392066 started, 392002 done, 392002 succeeded, 0 failed, 0 errored, 0 timeout
status codes: 392002 2xx, 0 3xx, 0 4xx, 0 5xx
"""


class FiguresTest(unittest.TestCase):
    def test_a_ratio_is_the_median_of_the_pairs_ratios(self) -> None:
        ratio = figures.ratio([(2, 1), (3, 3), (10, 2)])
        self.assertEqual((2, 1, 5), (ratio.median, ratio.low, ratio.high))

    def test_the_slope_of_a_line_is_its_own(self) -> None:
        self.assertAlmostEqual(3, figures.slope([(x, 3 * x + 7) for x in range(10)]))

    def test_too_few_points_have_no_slope(self) -> None:
        self.assertEqual(0, figures.slope([(1, 5)]))
        self.assertEqual(0, figures.slope([(1, 5), (1, 6)]))

    def test_the_last_part_is_of_the_time_and_not_of_the_points(self) -> None:
        self.assertEqual([(2, 0), (10, 0)], figures.last_part([(0, 0), (1, 0), (2, 0), (10, 0)], 0.8))

    def test_the_last_reading_of_a_closed_loop_is_read(self) -> None:
        text = "socket: 1000 requests/s, 50.00 us CPU a request, 7 failed, 1 to 9 a loop\n"
        text += "socket: 130000 requests/s, 7.70 us CPU a request, 0 failed, 900 to 1000 a loop\n"
        self.assertEqual(figures.Loop(130000, 7.7, 0.9), figures.parse_loop(text))

    def test_a_closed_loop_with_failures_is_refused(self) -> None:
        with self.assertRaisesRegex(Failure, "3 failed"):
            figures.parse_loop("jdk: 10 requests/s, 5.00 us CPU a request, 3 failed, 1 to 2 a loop\n")
        with self.assertRaisesRegex(Failure, "holds no reading"):
            figures.parse_loop("")

    def test_wrk_is_read(self) -> None:
        self.assertEqual(figures.Reading(472000, 118000.25), figures.parse_wrk(WRK))

    def test_a_reading_of_wrk_with_errors_is_refused(self) -> None:
        for errors in ("Socket errors: connect 0, read 1, write 0, timeout 0", "Non-2xx or 3xx responses: 3"):
            with self.assertRaisesRegex(Failure, errors[:12]):
                figures.parse_wrk(WRK + "  " + errors + "\n")

    def test_h2load_is_read(self) -> None:
        self.assertEqual(figures.Reading(392002, 98000.5), figures.parse_h2load(H2LOAD))

    def test_a_reading_of_h2load_with_errors_is_refused(self) -> None:
        for sound, broken in (("0 errored", "4 errored"), ("0 4xx", "4 4xx")):
            with self.assertRaises(Failure):
                figures.parse_h2load(H2LOAD.replace(sound, broken))

    def test_a_body_makes_a_response_as_long_as_another(self) -> None:
        self.assertEqual(37, figures.body_for(116, 77))
        self.assertEqual(0, figures.body_for(78, 77))

    def test_no_body_makes_up_for_a_digit_that_is_too_many(self) -> None:
        self.assertIsNone(figures.body_for(77 + 1 + 10, 77))
        self.assertIsNone(figures.body_for(70, 77))


class BooksTest(unittest.TestCase):
    STATS = {"received": 5, "completed": 4, "aborted_by_client": 0, "faulted": 1, "in_flight": 0, "open_connections": 0}

    def told(self, **counts: int) -> dict:
        kinds = dict.fromkeys(books._KINDS, 0) | counts
        every = kinds | {"sent": sum(kinds.values()), "statuses": {"200": kinds["completed"]}}
        got = every | {"reset": 0, "sent": kinds["completed"]}
        reset = dict.fromkeys(every, 0) | {"reset": kinds["reset"], "statuses": {}}
        return {
            "planned": 5,
            "sent": every["sent"],
            "unsent": 0,
            "connections_with_stray_bytes": 0,
            "all": every,
            "by_target": {"/get": got, "/fault/reset": reset},
        }

    def test_books_that_balance_have_no_fault(self) -> None:
        self.assertEqual([], books.faults(self.told(completed=4, reset=1), self.STATS))

    def test_a_request_that_the_stub_never_saw_is_a_fault(self) -> None:
        stats = self.STATS | {"received": 4, "completed": 3}
        self.assertIn("sent 5", books.faults(self.told(completed=4, reset=1), stats)[0])

    def test_a_request_that_the_stub_forgot_is_a_fault(self) -> None:
        stats = self.STATS | {"completed": 3}
        self.assertIn("= 4", books.faults(self.told(completed=4, reset=1), stats)[0])

    def test_an_ending_that_was_not_asked_for_is_a_fault(self) -> None:
        told = self.told(completed=4, reset=1)
        told["by_target"]["/get"]["timed_out"] = 1
        self.assertIn("/get", books.faults(told, self.STATS)[0])


if __name__ == "__main__":
    unittest.main()
