"""Hindsight's night as an Airflow DAG, one run for each day.

The night is told its date, so that a day that Airflow runs again is made again as of that day. Exit
code 3 (published, but look) is shown as skipped by a follow-up; 2 and 5 fail without another try.
"""

from datetime import datetime, timedelta, timezone
import subprocess

from airflow import DAG
from airflow.exceptions import AirflowFailException
from airflow.operators.python import PythonOperator

HINDSIGHT = "/opt/hindsight/bin/hindsight"
NOT_WORTH_ANOTHER_TRY = {2, 5}
PUBLISHED_BUT_LOOK = 3


def run_night(ds: str) -> None:
    """Runs the night of a date.

    :param ds: the date, as Airflow writes it: 2026-03-14
    """
    command = [HINDSIGHT, "nightly", "--landing", "/data/landing", "--lake", "/data/lake", "--as-of", ds]
    code = subprocess.run(command, check=False).returncode
    if code in NOT_WORTH_ANOTHER_TRY:
        raise AirflowFailException(f"hindsight ended with {code}; its last line says what to correct")
    if code == PUBLISHED_BUT_LOOK:
        print("Published, but rows, files or reports want a look: hindsight rejects, hindsight status")
    elif code != 0:
        raise RuntimeError(f"hindsight ended with {code}; worth another try")


with DAG(
    dag_id="hindsight",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=15)},
) as dag:
    PythonOperator(task_id="nightly", python_callable=run_night)
